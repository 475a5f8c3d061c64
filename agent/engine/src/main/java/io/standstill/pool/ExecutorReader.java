package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadContainer;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code ThreadPoolExecutor} and its subclasses, the scheduled one included. */
final class ExecutorReader implements PoolReader {
  /** The lower bits of the pool's control word count its workers. */
  private static final int COUNT_MASK = (1 << 29) - 1;

  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";
  private static final PrivateField POOL = PrivateField.of(WORKER, "this$0");
  private static final PrivateField THREAD = PrivateField.of(WORKER, "thread");
  private static final PrivateField CONTROL = PrivateField.of(ThreadPoolExecutor.class, "ctl");
  private static final PrivateField QUEUE = PrivateField.of(ThreadPoolExecutor.class, "workQueue");
  private static final PrivateField WORKERS = PrivateField.of(ThreadPoolExecutor.class, "workers");
  private static final PrivateField CORE =
      PrivateField.of(ThreadPoolExecutor.class, "corePoolSize");
  private static final PrivateField MAX =
      PrivateField.of(ThreadPoolExecutor.class, "maximumPoolSize");
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
    return executor instanceof ThreadPoolExecutor
        && (((AtomicInteger) CONTROL.get(executor)).get() & COUNT_MASK) > 0;
  }

  @Override
  public Pool read(Object pool, List<Thread> found) {
    ThreadSet workers = ThreadSet.of(found);
    for (Object worker : HashedSet.elements(WORKERS.get(pool))) {
      Thread thread = (Thread) THREAD.get(worker);
      if (thread != null) {
        workers.add(thread);
      }
    }
    int size = ((AtomicInteger) CONTROL.get(pool)).get() & COUNT_MASK;
    int core = CORE.getInt(pool);
    int max = MAX.getInt(pool);
    Object workQueue = QUEUE.get(pool);
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

  /** Where the tasks of a pool wait; null for one of another kind. */
  static Object queueOf(Object pool) {
    return pool instanceof ThreadPoolExecutor ? QUEUE.get(pool) : null;
  }

  @Override
  public Object termination(Object pool) {
    return TERMINATION.get(pool);
  }
}
