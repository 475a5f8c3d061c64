package io.standstill.finding;

/** What a finding claims. {@link #toString()} is the name that users see. */
public enum Kind {
  /** Threads that wait for each other, or for something that can never come. */
  DEADLOCK("deadlock"),
  /** Threads that wait for each other's class initialisation. */
  CLASS_INIT_DEADLOCK("class-init-deadlock"),
  /** The same, where a wait leads through the queue of a thread pool, or waits for its end. */
  POOL_DEADLOCK("pool-deadlock"),
  /** All threads of a pool have been busy for long with nothing done, while tasks wait. */
  POOL_STARVATION("pool-starvation"),
  /** A thread has waited for long for a lock that stays in the same hand. */
  LONG_HOLD("long-hold"),
  /** A thread has waited for long for a lock that goes from hand to hand past it. */
  LOCK_STARVATION("lock-starvation"),
  /** A worker has waited for a task of its own pool, and another one happened to be free. */
  POOL_SELF_WAIT("pool-self-wait"),
  /** Locks that are taken in orders that do not go together: it has not happened yet. */
  LOCK_ORDER("lock-order"),
  /** A wait that nobody seems able to end. */
  STALL("stall");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  /** True for threads that can never go on; the others are slow, or will be. */
  public boolean isDeadlock() {
    return this == DEADLOCK || this == CLASS_INIT_DEADLOCK || this == POOL_DEADLOCK;
  }

  /** True for threads that wait for a lock too long, while its holder may well let go. */
  public boolean isLongWait() {
    return this == LONG_HOLD || this == LOCK_STARVATION;
  }

  /** True for what has not happened yet: no thread stands still for it, and it does not end. */
  public boolean isPrediction() {
    return this == POOL_SELF_WAIT || this == LOCK_ORDER;
  }

  /**
   * True if a situation of this kind says more about a thread than one of the other kind could:
   * what it explains is not told. A prediction explains nothing.
   */
  public boolean explains(Kind other) {
    return rank() < other.rank();
  }

  private int rank() {
    return switch (this) {
      case DEADLOCK, CLASS_INIT_DEADLOCK, POOL_DEADLOCK -> 0;
      case STALL -> 1;
      case LONG_HOLD, LOCK_STARVATION -> 2;
      case POOL_STARVATION -> 3;
      case POOL_SELF_WAIT, LOCK_ORDER -> 4;
    };
  }

  @Override
  public String toString() {
    return label;
  }
}
