package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** Counts a {@code ThreadPoolExecutor} from its fields: its own methods take its lock. */
final class ExecutorCounter {
  private static final int COUNT_BITS = 29;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int TERMINATED = 3;

  private static final Class<?> POOL = ThreadPoolExecutor.class;
  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";
  private static final PrivateField THREAD = PrivateField.of(WORKER, "thread");
  private static final PrivateField WORKER_COMPLETED = PrivateField.of(WORKER, "completedTasks");
  private static final PrivateField LOCKED =
      PrivateField.of(AbstractQueuedSynchronizer.class, "state");
  private static final PrivateField CONTROL = PrivateField.of(POOL, "ctl");
  private static final PrivateField QUEUE = PrivateField.of(POOL, "workQueue");
  private static final PrivateField WORKERS = PrivateField.of(POOL, "workers");
  private static final PrivateField CORE = PrivateField.of(POOL, "corePoolSize");
  private static final PrivateField MAX = PrivateField.of(POOL, "maximumPoolSize");
  private static final PrivateField COMPLETED = PrivateField.of(POOL, "completedTaskCount");

  private ExecutorCounter() {}

  static boolean counts(Object executor) {
    return executor instanceof ThreadPoolExecutor;
  }

  static PoolCounts count(Object pool) {
    int control = ((AtomicInteger) CONTROL.get(pool)).get();
    ThreadSet threads = new ThreadSet();
    int active = 0;
    long completed = COMPLETED.getLong(pool);
    for (Object worker : HashedSet.elements(WORKERS.get(pool))) {
      Thread thread = (Thread) THREAD.get(worker);
      if (thread != null) {
        threads.add(thread);
        active += LOCKED.getInt(worker) > 0 ? 1 : 0;
        completed += WORKER_COMPLETED.getLong(worker);
      }
    }
    QueueCounts queue = QueueCounts.of(QUEUE.get(pool));
    return new PoolCounts(
        threads,
        control & COUNT_MASK,
        CORE.getInt(pool),
        MAX.getInt(pool),
        active,
        queue.size(),
        queue.due(),
        queue.remaining(),
        completed,
        completed,
        completed + active + Math.max(0, queue.size()),
        control >> COUNT_BITS >= TERMINATED);
  }

  /** True if a task is for sure not in the queue. */
  static boolean hasLeftQueue(Object pool, Object task) {
    if (!counts(pool)) {
      return false;
    }
    TaskQueue queue = TaskQueue.of(QUEUE.get(pool));
    return queue.complete() && queue.tasks().stream().noneMatch(queued -> queued == task);
  }
}
