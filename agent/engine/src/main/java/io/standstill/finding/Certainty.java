package io.standstill.finding;

/** How sure a finding is, surest first. {@link #toString()} is the name that users see. */
public enum Certainty {
  /** Two looks agree and the JVM's own state confirms it: it cannot be otherwise. */
  CERTAIN("certain"),
  /** It rests on history, such as who took a permit: someone unknown could still end the wait. */
  LIKELY("likely"),
  /** A hint. */
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
