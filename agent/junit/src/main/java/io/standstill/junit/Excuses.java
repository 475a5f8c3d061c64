package io.standstill.junit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Findings that nobody minds: a test asked for them, or is not to fail for such. Neither that test
 * nor the run fails for them; but a later one may wait behind what was left. Not thread-safe.
 */
final class Excuses {
  private final Map<String, Set<Span>> spans = new HashMap<>();

  /** Those that the same finding may belong to just as well. */
  private final Map<String, Set<Span>> others = new HashMap<>();

  /** What held for tests that have ended, for as long as anybody remembers them. */
  private final Map<Span, Settings> ended = new WeakHashMap<>();

  /** A step ends: what its threads do later may be none of its failures. */
  void ended(Scope step) {
    ended.put(step.span(), step.settings());
  }

  /**
   * The test that has ended, left this and does not mind; null if there is none, or it is not
   * clear. Others may give work to threads that it made: they must stand in its code too.
   */
  Span leaver(Finding finding, Past past) {
    Span maker = Attribution.suspect(finding, past);
    boolean itsOwn = maker != null && maker.hasClassIn(finding);
    Settings settings = ended.getOrDefault(maker, Settings.DEFAULT);
    return itsOwn && !settings.concern(finding) ? maker : null;
  }

  /**
   * Excuses a finding.
   *
   * @param by what it belongs to; empty if that is not known, or has ended
   * @param notBy what it may belong to instead; empty if it is clear what it belongs to
   */
  void add(Finding finding, Collection<Span> by, Collection<Span> notBy) {
    spans.computeIfAbsent(finding.id(), id -> new HashSet<>()).addAll(by);
    others.computeIfAbsent(finding.id(), id -> new HashSet<>()).addAll(notBy);
  }

  /**
   * Whether a step may be failed that stands still, since it may wait for this. What was left on
   * purpose makes no run red: there the wait must be seen, and is guessed only for what it may
   * belong to.
   */
  boolean allowToFail(Scope scope, Finding finding) {
    return !spans.containsKey(finding.id())
        || others.get(finding.id()).contains(scope.span())
        || Behind.isBehind(scope.thread(), finding);
  }

  /** Whether it is excused for all who run now, since what it belongs to has not ended. */
  boolean holds(Finding finding) {
    Set<Span> by = spans.get(finding.id());
    return by != null && by.stream().anyMatch(Span::hasOpenSteps);
  }

  /** Whether this one may ask for it: no other test did. */
  boolean allow(Finding finding, Span span) {
    Set<Span> by = spans.get(finding.id());
    return by != null && (by.contains(span) || by.stream().noneMatch(Span::isTest));
  }
}
