package io.standstill.junit;

import java.util.ArrayList;
import java.util.List;

/** What is said where no test can be failed. */
final class Words {
  private Words() {}

  /**
   * Why the JVM ends.
   *
   * @param failed what {@link #ofFailed} says of steps that were failed before
   * @param others what is told of findings that are no test's; may be empty
   */
  static String ofStuck(List<Scope> stuck, List<String> failed, String others) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "standstill: the run cannot go on: "
            + (stuck.size() == 1 ? "a thread" : stuck.size() + " threads")
            + " of the tests cannot be interrupted. The JVM ends with status "
            + Ending.STATUS
            + ".");
    for (Scope scope : stuck) {
      lines.add(
          "standstill: "
              + scope.span().name()
              + " hangs, in thread \""
              + scope.thread().getName()
              + "\" #"
              + scope.thread().getId());
      scope.found().forEach(finding -> lines.add(finding.text()));
    }
    if (!failed.isEmpty()) {
      lines.add("standstill: failed before:");
      lines.addAll(failed);
    }
    if (!others.isEmpty()) {
      lines.add("standstill: deadlocks that no test was failed for:");
      lines.add(others);
    }
    return String.join("\n", lines);
  }

  /** The finding for a test that seems to wait for its threads. */
  static Finding ofBehind(Finding finding, long millis) {
    return finding.withText(
        "It has done nothing for "
            + millis / 1_000
            + " seconds, and may be waiting for these threads, which are stuck.\n"
            + finding.text());
  }

  /** A step that was failed. */
  static String ofFailed(Scope scope, Finding finding) {
    return "standstill:   " + scope.span().name() + ": " + finding.title();
  }

  /** A finding of a step that could not be failed, and has ended well in spite of it. */
  static String ofOuter(Finding finding, String step) {
    return step
        + " was interrupted for this, outside its own methods, and went on:\n"
        + finding.text();
  }

  /** The same of a step that has failed, by itself. */
  static String ofOuterFailed(Finding finding, String step) {
    return "standstill: " + step + " failed after it was interrupted for " + finding.title();
  }

  /**
   * A finding that is no test's, with the test that it may come from.
   *
   * @param past what has ended
   */
  static String ofNobodys(Finding finding, Past past) {
    Span suspect = Attribution.suspect(finding, past);
    String from =
        suspect == null
            ? "No test could be told to be the cause."
            : "Its threads were made while this test ran: " + suspect.name();
    return from + "\n" + finding.text();
  }
}
