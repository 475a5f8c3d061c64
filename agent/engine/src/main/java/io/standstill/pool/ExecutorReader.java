package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadContainer;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;

/** {@code ThreadPoolExecutor} and its subclasses, the scheduled one included. */
final class ExecutorReader implements PoolReader {
  private static final PrivateField POOL =
      PrivateField.of("java.util.concurrent.ThreadPoolExecutor$Worker", "this$0");
  private static final PrivateField TERMINATION =
      PrivateField.of(ThreadPoolExecutor.class, "termination");

  @Override
  public Object poolOf(Thread thread, TargetSearch search) {
    Object worker = search.find(Threads.target(thread), POOL.owner());
    return worker == null ? null : POOL.get(worker);
  }

  /** All virtual threads in the container of a pool are its workers. */
  @Override
  public Object poolOf(ThreadContainer container, TargetSearch search) {
    Thread worker = container.anyThread();
    return worker == null ? null : poolOf(worker, search);
  }

  @Override
  public boolean employs(Object executor) {
    return executor instanceof ThreadPoolExecutor && ExecutorFields.size(executor) > 0;
  }

  @Override
  public Pool read(Object pool, List<Thread> found) {
    ThreadSet workers = ThreadSet.of(found);
    for (Object worker : ExecutorFields.workers(pool)) {
      Thread thread = ExecutorFields.thread(worker);
      if (thread != null) {
        workers.add(thread);
      }
    }
    int size = ExecutorFields.size(pool);
    int core = ExecutorFields.core(pool);
    int max = ExecutorFields.max(pool);
    Object workQueue = ExecutorFields.queue(pool);
    TaskQueue queue = TaskQueue.of(workQueue);
    boolean ofJdk = workQueue.getClass().getClassLoader() == null;
    boolean full = ofJdk && (size >= max || size >= core && queue.unbounded());
    return new Pool(
        pool,
        workers,
        queue.tasks(),
        queue.complete() && workers.size() >= size,
        size,
        core,
        max,
        full ? Growth.NONE : Growth.BY_SUBMISSION,
        false);
  }

  @Override
  public Object termination(Object pool) {
    return TERMINATION.get(pool);
  }
}
