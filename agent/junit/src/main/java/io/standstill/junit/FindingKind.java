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
  /** A worker has waited for a task of its own pool, and another one happened to be free. */
  POOL_SELF_WAIT,
  /** A deadlock that has not happened yet: locks are taken in more than one order. */
  LOCK_ORDER,
  /** A thread that waits too long for a lock. */
  LOCK_STARVATION,
  /** A lock that is held too long while others wait for it. */
  LONG_HOLD,
  /** A wait that nobody seems able to end. */
  STALL;

  /** As the agent writes it: {@code pool-deadlock}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
