package io.standstill.junit;

import java.util.List;

/**
 * What ran before: tests, lifecycle methods, and what JUnit does around them.
 *
 * @param spans the last that have ended, oldest first
 * @param forgotten when the last of all those ended that are not among them, as {@link
 *     System#nanoTime} counts; null if there are none
 */
record Past(List<Span> spans, Long forgotten) {
  /** Whether anything of it may have run beside this one. */
  boolean hasAnyBeside(Span span) {
    return forgotten != null && span.beganBefore(forgotten)
        || spans.stream().anyMatch(other -> other.ranBeside(span));
  }

  /** The tests in whose time all of these threads were made. */
  List<Span> makersOf(Finding finding) {
    return spans.stream().filter(span -> span.isTest() && span.covers(finding)).toList();
  }
}
