package io.standstill.pool;

/**
 * What is known of one pool, as the last look saw it. Counts that cannot be told are -1, times
 * without a measurement too. Rates and shares are about the last one or two minutes.
 *
 * @param name what its threads are called and where it was made; unique in this JVM
 * @param className class of the pool
 * @param createdMillis when it was made, in milliseconds since the epoch; 0 if before the agent
 *     came
 * @param size how many threads it has
 * @param core how many it keeps and fills up before it queues
 * @param max how many it may have
 * @param active how many of them run a task
 * @param queued how many tasks wait
 * @param remaining how many more would fit into the queue
 * @param completed how many tasks have ended since the pool was made; of a fork-join pool about how
 *     many of those that came from outside
 * @param rejected how many tasks were rejected since the agent came
 * @param waits times from {@code execute} to the start of a task
 * @param runs run times of tasks
 * @param utilisation which share of its threads was busy in the mean, 0 to 1; -1 after one look
 * @param arrivalsPerSecond tasks submitted per second, rejected ones included
 * @param computing which share of the time of busy threads was spent computing, 0 to 1
 * @param advice what the figures say about its size
 */
public record PoolFigures(
    String name,
    String className,
    long createdMillis,
    int size,
    int core,
    int max,
    int active,
    int queued,
    int remaining,
    long completed,
    int rejected,
    Times waits,
    Times runs,
    double utilisation,
    double arrivalsPerSecond,
    double computing,
    SizeAdvice advice) {

  /**
   * Measured times.
   *
   * @param count how many were measured
   * @param meanMillis their mean
   * @param millis99 what 99 of 100 did not exceed; -1 if only the mean is known
   */
  public record Times(long count, double meanMillis, double millis99) {}
}
