package io.standstill.junit;

import java.util.List;
import java.util.function.Predicate;

/**
 * Whose finding is it? In this order: the step whose own thread is stuck; the only one whose thread
 * waits for the end of one that is; the only one whose method, or class, its threads stand in; the
 * only one that runs, if nothing else has run beside it. Where several remain it is nobody's, nor
 * is what a test left behind that has ended.
 */
final class Attribution {
  /** How long a finding takes at least; for waits of which nobody knows when they began. */
  private static final long UNKNOWN_MILLIS = 500;

  /** The agent's clock ticks every 100 ms. */
  private static final long TOLERANCE_MILLIS = 200;

  private final Finding finding;
  private final List<Scope> open;
  private final List<Scope> steps;
  private final Past past;

  private Attribution(Finding finding, List<Scope> open, Past past) {
    this.finding = finding;
    this.open = open;
    this.steps = open.stream().filter(scope -> !scope.isOuter()).toList();
    this.past = past;
  }

  /**
   * The steps to blame; empty if that is not clear.
   *
   * @param open what runs now, the innermost step of each thread
   * @param past what has ended
   */
  static List<Scope> of(Finding finding, List<Scope> open, Past past) {
    return new Attribution(finding, open, past).scopes();
  }

  /** The test that has ended and made all of these threads, or null if that is not clear. */
  static Span suspect(Finding finding, Past past) {
    List<Span> makers = past.makersOf(finding);
    List<Span> named = makers.stream().filter(span -> span.hasMethodIn(finding)).toList();
    return makers.size() == 1 ? makers.get(0) : named.size() == 1 ? named.get(0) : null;
  }

  private List<Scope> scopes() {
    List<Scope> own = open.stream().filter(scope -> finding.has(scope.thread().getId())).toList();
    if (!own.isEmpty()) {
      return own;
    }
    List<Scope> waiting = those(scope -> Joins.waitsForAny(scope.thread(), finding));
    if (waiting.size() == 1) {
      return waiting;
    }
    List<Span> makers = past.makersOf(finding);
    List<Scope> named = those(scope -> scope.span().hasMethodIn(finding));
    if (named.size() == 1 && makers.stream().noneMatch(maker -> maker.hasMethodIn(finding))) {
      return named;
    }
    if (!makers.isEmpty()) {
      return List.of();
    }
    List<Scope> ofClass = those(scope -> scope.span().hasClassIn(finding));
    if (ofClass.size() == 1) {
      return ofClass;
    }
    return those(scope -> isAlone(scope.span()) && isOfTimeOf(scope.span()));
  }

  /** Whether nothing else has run in its time so far. */
  private boolean isAlone(Span span) {
    return open.stream().noneMatch(other -> other.span().ranBeside(span))
        && !past.hasAnyBeside(span);
  }

  private List<Scope> those(Predicate<Scope> rule) {
    return steps.stream().filter(rule).toList();
  }

  /** A circle has formed when the last of its threads began to wait. */
  private boolean isOfTimeOf(Span span) {
    if (span.covers(finding)) {
      return true;
    }
    long waited =
        finding.threads().stream()
            .filter(thread -> thread.waitedMillis() != null)
            .mapToLong(StuckThread::waitedMillis)
            .min()
            .orElse(UNKNOWN_MILLIS);
    return finding.since().minusMillis(waited - TOLERANCE_MILLIS).isAfter(span.began());
  }
}
