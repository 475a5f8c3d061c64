package io.standstill.junit;

import java.util.Locale;

/** How sure a finding is, surest first. */
public enum Certainty {
  /** It cannot be otherwise. */
  CERTAIN,
  /** Someone unknown could still end the wait. */
  LIKELY,
  /** A hint. */
  POSSIBLE;

  /** Whether it is as sure as that, or surer. */
  boolean reaches(Certainty threshold) {
    return compareTo(threshold) <= 0;
  }

  /** As the agent writes it: {@code certain}. */
  static Certainty of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
