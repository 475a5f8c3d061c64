package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** Counts a {@code ThreadPoolExecutor} from its fields: its own methods take its lock. */
final class ExecutorCounter {
  private static final PrivateField WORKER_COMPLETED =
      PrivateField.of("java.util.concurrent.ThreadPoolExecutor$Worker", "completedTasks");
  private static final PrivateField LOCKED =
      PrivateField.of(AbstractQueuedSynchronizer.class, "state");
  private static final PrivateField COMPLETED =
      PrivateField.of(ThreadPoolExecutor.class, "completedTaskCount");

  private ExecutorCounter() {}

  static boolean counts(Object executor) {
    return executor instanceof ThreadPoolExecutor;
  }

  static PoolCounts count(Object pool) {
    int size = ExecutorFields.size(pool);
    boolean terminated = ExecutorFields.isTerminated(pool);
    ThreadSet threads = new ThreadSet();
    int active = 0;
    long completed = COMPLETED.getLong(pool);
    for (Object worker : ExecutorFields.workers(pool)) {
      Thread thread = ExecutorFields.thread(worker);
      if (thread != null) {
        threads.add(thread);
        active += LOCKED.getInt(worker) > 0 ? 1 : 0;
        completed += WORKER_COMPLETED.getLong(worker);
      }
    }
    QueueCounts queue = QueueCounts.of(ExecutorFields.queue(pool));
    return new PoolCounts(
        threads,
        size,
        ExecutorFields.core(pool),
        ExecutorFields.max(pool),
        active,
        queue.size(),
        queue.due(),
        queue.remaining(),
        completed,
        completed,
        completed + active + Math.max(0, queue.size()),
        terminated);
  }

  /** True if a task is for sure not in the queue. */
  static boolean hasLeftQueue(Object pool, Object task) {
    if (!counts(pool)) {
      return false;
    }
    TaskQueue queue = TaskQueue.of(ExecutorFields.queue(pool));
    return queue.complete() && queue.tasks().stream().noneMatch(queued -> queued == task);
  }
}
