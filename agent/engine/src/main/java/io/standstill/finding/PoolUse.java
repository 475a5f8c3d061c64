package io.standstill.finding;

import java.util.List;

/**
 * A thread pool that plays a part in a finding.
 *
 * @param name what the names of its threads have in common, and where it was made if that is known
 * @param className class of the pool
 * @param size how many threads it has
 * @param max how many it may have
 * @param active how many of them are part of the situation
 * @param queued how many tasks wait in its queue
 * @param awaited those of the queued tasks that threads of the situation wait for
 * @param needs the smallest size with which it could have gone on, or null if no size would help
 * @param load how it has fared, or null if that is not known of such pools
 */
public record PoolUse(
    String name,
    String className,
    int size,
    int max,
    int active,
    int queued,
    List<QueuedTask> awaited,
    Integer needs,
    PoolLoad load) {

  /**
   * Tasks of one kind that wait in the queue.
   *
   * @param className class of the task as the application submitted it
   * @param site where it was submitted, or null if unknown
   * @param count how many there are
   */
  public record QueuedTask(String className, String site, int count) {}
}
