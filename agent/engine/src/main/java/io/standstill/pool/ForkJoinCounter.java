package io.standstill.pool;

import io.standstill.jvm.Threads;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts a {@code ForkJoinPool}. It keeps no number of completed tasks, but its queues tell how
 * many of those from outside were taken; they have no bound worth telling. A worker is active
 * unless it parks on its pool.
 */
final class ForkJoinCounter {
  private static final ForkJoinReader READER = new ForkJoinReader();

  private ForkJoinCounter() {}

  static boolean counts(Object executor) {
    return executor instanceof ForkJoinPool;
  }

  static PoolCounts count(Object executor) {
    Pool pool = READER.read(executor, List.of());
    int active = 0;
    for (Thread worker : pool.workers()) {
      active += isIdle(worker, executor) ? 0 : 1;
    }
    long taken = ForkJoinReader.taken(executor);
    return new PoolCounts(
        pool.workers(),
        pool.size(),
        pool.core(),
        pool.max(),
        active,
        pool.queued().size(),
        ForkJoinReader.waitingOutside(executor),
        -1,
        -1,
        taken,
        taken + ForkJoinReader.outside(executor),
        false);
  }

  private static boolean isIdle(Thread worker, Object pool) {
    return Threads.isWaiting(Threads.state(worker)) && LockSupport.getBlocker(worker) == pool;
  }
}
