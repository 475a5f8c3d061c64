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
  /** Locks that are taken in orders that do not go together: it has not happened yet. */
  LOCK_ORDER("lock-order");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  /** True if it says what may happen, not what has happened. */
  public boolean isPrediction() {
    return this == LOCK_ORDER;
  }

  @Override
  public String toString() {
    return label;
  }
}
