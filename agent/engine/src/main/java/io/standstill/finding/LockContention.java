package io.standstill.finding;

import java.util.List;

/**
 * How much threads have waited for one lock, or for all locks of one field, as looks have seen it.
 *
 * @param lock the field or variable that it came from; else its class
 * @param className class of the lock
 * @param waits how many waits looks have seen
 * @param waitMillis how long threads have waited in all, by the number that each look has seen
 * @param longestWaitMillis the longest wait seen
 * @param longestHoldMillis the longest hold seen while somebody waited; 0 if no journal knew
 * @param waitersNow how many waited at the last look
 * @param waitersPeak how many waited at most
 * @param pairs by the places that waited and held, those with most waiting first
 */
public record LockContention(
    String lock,
    String className,
    long waits,
    long waitMillis,
    long longestWaitMillis,
    long longestHoldMillis,
    int waitersNow,
    int waitersPeak,
    List<Pair> pairs) {

  /**
   * A place that waited for the lock and one that held it.
   *
   * @param waitSite as a stack trace element reads, or null if no hook announced the wait
   * @param holdSite the same of the holder, or null if no journal knew
   * @param waits how many waits looks have seen
   * @param waitMillis how long threads have waited in all
   */
  public record Pair(String waitSite, String holdSite, long waits, long waitMillis) {}
}
