package io.standstill.order;

/**
 * Threads that wait for a signal and want a lock again that the next one keeps. When one of them
 * began to wait, it had that lock itself; so the next one began later. Hence a circle has at least
 * one thread that takes its lock otherwise.
 */
final class Sleepers {
  private Sleepers() {}

  static boolean areAll(Cycle cycle) {
    return cycle.edges().stream().allMatch(edge -> edge.by().again());
  }
}
