package io.standstill.junit;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What {@link DetectDeadlocks} says, or its defaults where it does not stand. */
record Settings(Set<FindingKind> kinds, Certainty certainty, Duration quiet, boolean separate) {
  /** What holds without annotation. */
  static final Settings DEFAULT = of(Annotated.class.getAnnotation(DetectDeadlocks.class));

  static Settings of(DetectDeadlocks annotation) {
    return new Settings(
        Set.copyOf(List.of(annotation.kinds())),
        annotation.certainty(),
        Duration.ofMillis(annotation.quietMillis()),
        annotation.separateThread());
  }

  /** The same, but for the thread that a test runs in. */
  Settings separate(boolean otherThread) {
    return new Settings(kinds, certainty, quiet, otherThread);
  }

  /** Whether such a finding fails a test, if it lasts. */
  boolean concern(Finding finding) {
    return !finding.endsByItself()
        && finding.certainty().reaches(certainty)
        && kinds.stream().anyMatch(finding::is);
  }

  @DetectDeadlocks
  private static final class Annotated {}
}
