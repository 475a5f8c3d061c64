package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * {@code ForkJoinPool}. Each worker has a queue of its own and tasks from outside wait in others,
 * but every worker looks through all of them.
 */
final class ForkJoinReader implements PoolReader {
  private static final String QUEUE = "java.util.concurrent.ForkJoinPool$WorkQueue";
  private static final int PARALLELISM_MASK = 0xffff;
  private static final int MAX_SIZE = 0x7fff;
  private static final PrivateField POOL = PrivateField.of(ForkJoinWorkerThread.class, "pool");
  private static final PrivateField QUEUES = PrivateField.of(ForkJoinPool.class, "queues");
  private static final PrivateField OWNER = PrivateField.of(QUEUE, "owner");
  private static final PrivateField TASKS = PrivateField.of(QUEUE, "array");
  private static final PrivateField PARALLELISM =
      PrivateField.firstOf(ForkJoinPool.class, "parallelism", "mode");

  private static final PrivateField TERMINATION =
      PrivateField.of(ForkJoinPool.class, "termination");
  private static final PrivateField LATCH_SYNC = PrivateField.of(CountDownLatch.class, "sync");

  @Override
  public Object poolOf(Thread thread) {
    return thread instanceof ForkJoinWorkerThread ? POOL.get(thread) : null;
  }

  @Override
  public Pool read(Object pool, List<Thread> found) {
    ThreadSet workers = ThreadSet.of(found);
    List<Object> queued = new ArrayList<>();
    Object[] queues = (Object[]) QUEUES.get(pool);
    for (Object queue : queues == null ? new Object[0] : queues) {
      if (queue != null) {
        Thread owner = (Thread) OWNER.get(queue);
        if (owner != null) {
          workers.add(owner);
        }
        addTasks(queue, queued);
      }
    }
    int parallelism = PARALLELISM.getInt(pool) & PARALLELISM_MASK;
    boolean full = workers.size() >= parallelism;
    return new Pool(
        pool,
        workers,
        queued,
        true,
        workers.size(),
        parallelism,
        MAX_SIZE,
        full ? Growth.NONE : Growth.BY_SUBMISSION);
  }

  /** A condition of its lock at first, later a latch that is made when it is needed. */
  @Override
  public Object termination(Object pool) {
    Object termination = TERMINATION.get(pool);
    return termination instanceof CountDownLatch ? LATCH_SYNC.get(termination) : termination;
  }

  private static void addTasks(Object queue, List<Object> queued) {
    Object[] tasks = (Object[]) TASKS.get(queue);
    for (Object task : tasks == null ? new Object[0] : tasks) {
      if (task != null) {
        queued.add(task);
      }
    }
  }
}
