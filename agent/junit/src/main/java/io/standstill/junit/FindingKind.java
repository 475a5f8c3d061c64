package io.standstill.junit;

import java.util.Locale;

/** What a finding claims; see the page "Findings explained". */
public enum FindingKind {
  /** Threads that wait for each other, or for something that can never come. */
  DEADLOCK,
  /** The same, where a wait leads through the queue of a thread pool. */
  POOL_DEADLOCK,
  /** Threads that wait for each other's class initialisation. */
  CLASS_INIT_DEADLOCK,
  /** All threads of a pool have been busy for long with nothing done, while tasks wait. */
  POOL_STARVATION,
  /**
   * A worker has waited for a task of its own pool, and another one happened to be free. No thread
   * stands still for it, so no test can ask for it or fail for it.
   */
  POOL_SELF_WAIT("read the agent's log, or the attribute PoolRisks of its MBean"),
  /**
   * A deadlock that has not happened yet: locks are taken in more than one order. No thread stands
   * still for it; the configuration parameter {@code io.standstill.junit.lock-order} says what it
   * means for a test.
   */
  LOCK_ORDER("use the configuration parameter " + LockOrders.MODE + "=fail"),
  /** A thread that waits too long for a lock. */
  LOCK_STARVATION,
  /** A lock that is held too long while others wait for it. */
  LONG_HOLD,
  /** A wait that nobody seems able to end. */
  STALL;

  /** What to do about a prediction; null for all that lasts. */
  private final String instead;

  FindingKind() {
    this(null);
  }

  FindingKind(String instead) {
    this.instead = instead;
  }

  /**
   * Does nothing for a kind that threads stand still for.
   *
   * @throws IllegalArgumentException if nobody can wait for it to be there, nor to be over
   */
  void requireLasting() {
    if (instead != null) {
      throw new IllegalArgumentException(
          "no thread stands still for FindingKind."
              + name()
              + ", which is a prediction: "
              + instead);
    }
  }

  /** As the agent writes it: {@code pool-deadlock}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
