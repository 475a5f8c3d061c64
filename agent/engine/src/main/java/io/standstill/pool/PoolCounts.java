package io.standstill.pool;

import io.standstill.jvm.ThreadSet;

/**
 * The numbers of one pool at one moment, read without its lock: those of a busy pool may not fit
 * together. What cannot be told is -1.
 *
 * @param workers its threads
 * @param size how many threads it has
 * @param core how many it keeps and fills up before it queues
 * @param max how many it may have
 * @param active how many of them run a task
 * @param queued how many tasks wait
 * @param due how many of them wait for nothing but a worker; of a fork-join pool only those that
 *     came from outside
 * @param remaining how many more would fit into the queue
 * @param completed how many tasks have ended since the pool was made; -1 for a fork-join pool
 * @param progress how many tasks have ended, or of those that came to a fork-join pool from outside
 *     have been taken
 * @param arrived how many tasks have come so far, those of a fork-join pool from outside; rejected
 *     ones are left out
 * @param ended whether it is shut down and has no work left
 */
public record PoolCounts(
    ThreadSet workers,
    int size,
    int core,
    int max,
    int active,
    int queued,
    int due,
    int remaining,
    long completed,
    long progress,
    long arrived,
    boolean ended) {

  /** The numbers of this pool now; null if it is of a kind that is not counted. */
  static PoolCounts of(Object executor) {
    if (ForkJoinCounter.counts(executor)) {
      return ForkJoinCounter.count(executor);
    }
    return ExecutorCounter.counts(executor) ? ExecutorCounter.count(executor) : null;
  }
}
