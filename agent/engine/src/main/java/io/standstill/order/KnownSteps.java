package io.standstill.order;

import java.util.Map;

/**
 * What is known of the steps of all threads among each other.
 *
 * @param byThread the steps of each thread that made any, by thread id
 * @param forgottenUntil the time of the newest step of a thread that is not among them any more; -1
 *     if there is none
 */
record KnownSteps(Map<Long, ThreadSteps> byThread, int forgottenUntil) {

  /** All steps of all threads. */
  static KnownSteps all(Map<Long, ThreadSteps> byThread) {
    return new KnownSteps(byThread, -1);
  }

  /** True if a thread that is forgotten may have made a step at this time, or later. */
  boolean areUnknownSince(int time) {
    return forgottenUntil >= time;
  }
}
