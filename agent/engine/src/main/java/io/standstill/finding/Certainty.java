package io.standstill.finding;

/** How sure a finding is, surest first. {@link #toString()} is the name that users see. */
public enum Certainty {
  /**
   * Two looks agree, and the JVM's own state or that of the lock names every owner. Of a deadlock
   * it means that it will last; of a long wait for a lock, that the wait was as it is told.
   */
  CERTAIN("certain"),
  /**
   * It rests on history, such as who took a permit, or on code: someone unknown could still end the
   * wait. Also what ends by itself.
   */
  LIKELY("likely"),
  /** A hint: it may be harmless, or over by itself. */
  POSSIBLE("possible");

  private final String label;

  Certainty(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
