package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadContainer;
import io.standstill.jvm.ThreadSet;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The executor that starts a thread per task, from JDK 21 on: nothing ever waits in a queue, but
 * its end can be waited for.
 */
final class ThreadPerTaskReader implements PoolReader {
  private static final String NAME = "java.util.concurrent.ThreadPerTaskExecutor";
  private static final PrivateField THREADS = PrivateField.ifPresent(NAME, "threads");
  private static final PrivateField TERMINATION = PrivateField.ifPresent(NAME, "terminationSignal");
  private static final PrivateField LATCH_SYNC = PrivateField.of(CountDownLatch.class, "sync");

  @Override
  public Object poolOf(Thread thread, TargetSearch search) {
    return null;
  }

  @Override
  public Object poolOf(ThreadContainer container, TargetSearch search) {
    return THREADS != null && THREADS.owner().isInstance(container.object())
        ? container.object()
        : null;
  }

  @Override
  public Pool read(Object executor, List<Thread> none) {
    ThreadSet workers = new ThreadSet();
    for (Object thread : (Collection<?>) THREADS.get(executor)) {
      workers.add((Thread) thread);
    }
    int size = workers.size();
    return new Pool(
        executor, workers, List.of(), true, size, size, Integer.MAX_VALUE, Growth.ANY_TIME, false);
  }

  @Override
  public Object termination(Object executor) {
    return TERMINATION == null ? null : LATCH_SYNC.get(TERMINATION.get(executor));
  }
}
