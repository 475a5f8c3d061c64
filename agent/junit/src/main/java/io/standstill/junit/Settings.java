package io.standstill.junit;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What {@link DetectDeadlocks} says, or its defaults where it does not stand. */
record Settings(Set<FindingKind> kinds, Certainty certainty, Duration quiet, boolean separate) {
  /** A day. */
  private static final long LONGEST_QUIET_MILLIS = 86_400_000;

  /** What holds without annotation. */
  static final Settings DEFAULT = of(Annotated.class.getAnnotation(DetectDeadlocks.class));

  /**
   * What this one says.
   *
   * @throws IllegalArgumentException if that makes no sense, with the reason
   */
  static Settings of(DetectDeadlocks annotation) {
    long quiet = annotation.quietMillis();
    if (quiet < 0 || quiet > LONGEST_QUIET_MILLIS) {
      throw new IllegalArgumentException(
          "@DetectDeadlocks(quietMillis = " + quiet + "): it must be 0 to " + LONGEST_QUIET_MILLIS);
    }
    Set<FindingKind> kinds = Set.copyOf(List.of(annotation.kinds()));
    kinds.forEach(FindingKind::requireLasting);
    return new Settings(
        kinds, annotation.certainty(), Duration.ofMillis(quiet), annotation.separateThread());
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
