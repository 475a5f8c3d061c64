package io.standstill.finding;

/**
 * How much threads have waited for locks, as looks have seen it.
 *
 * @param waits how many waits looks have seen
 * @param waitMillis how long threads have waited in all, by the number that each look has seen
 * @param longestWaitMillis the longest wait seen
 * @param longestHoldMillis the longest hold seen while somebody waited; 0 if no journal knew
 * @param waitersNow how many waited at the last look
 * @param waitersPeak how many waited at most
 */
public record ContentionFigures(
    long waits,
    long waitMillis,
    long longestWaitMillis,
    long longestHoldMillis,
    int waitersNow,
    int waitersPeak) {}
