package io.standstill.junit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Decides which steps fail for which findings. A finding is told once: to the steps that it is
 * blamed on, or at the end of the run. Thread-safe.
 */
final class Judge {
  /**
   * If all that runs has stood still for so long while threads are stuck for good, it waits for
   * them, as far as anybody can tell: by way of a socket, say.
   */
  private static final long ALL_STILL_MILLIS = 15_000;

  private final Scopes scopes;
  private final long allStillMillis;
  private final Ripeness ripeness = new Ripeness();

  /** Ids of findings that a step was failed for, or that nobody minds. */
  private final Set<String> settled = new HashSet<>();

  private final Excuses excuses = new Excuses();

  /** Ids of findings whose own step could not be failed: no other is to blame, but the run. */
  private final Set<String> ofRun = new HashSet<>();

  Judge(Scopes scopes) {
    this(scopes, ALL_STILL_MILLIS);
  }

  /**
   * The same, more or less patient.
   *
   * @param allStillMillis how long all that runs must have stood still to be failed for it
   */
  Judge(Scopes scopes, long allStillMillis) {
    this.scopes = scopes;
    this.allStillMillis = allStillMillis;
  }

  /**
   * A test asks for a finding: neither that test nor the run fails for it.
   *
   * @param asker the thread that asks
   * @return false if it is another's: one was failed for it, is blamed for it, or asked for it
   */
  synchronized boolean expect(Finding finding, Thread asker) {
    Span span = scopes.spanOf(asker);
    boolean theirs =
        settled.contains(finding.id())
            ? !excuses.allow(finding, span)
            : ofRun.contains(finding.id()) || span != null && isOfOthers(finding, span);
    if (!theirs) {
      excuse(finding, span == null ? List.of() : List.of(span), othersThan(span, finding));
    }
    return !theirs;
  }

  /**
   * What runs and may be what it belongs to just as well: nothing if it is clearly the asker's, or
   * if nobody knows who that is.
   */
  private List<Span> othersThan(Span asker, Finding finding) {
    boolean clear = blamed(finding).stream().anyMatch(scope -> scope.span() == asker);
    return clear || asker == null
        ? List.of()
        : spans(scopes.innermost()).filter(span -> span != asker).toList();
  }

  private static Stream<Span> spans(List<Scope> steps) {
    return steps.stream().map(Scope::span);
  }

  private boolean isOfOthers(Finding finding, Span span) {
    List<Scope> blamed = blamed(finding);
    return !blamed.isEmpty() && blamed.stream().noneMatch(scope -> scope.span() == span);
  }

  private void excuse(Finding finding, List<Span> by, List<Span> notBy) {
    settled.add(finding.id());
    excuses.add(finding, by, notBy);
  }

  /** A step ends: what its threads do later is judged by its settings. */
  synchronized void ended(Scope step) {
    excuses.ended(step);
  }

  /** These could not be told. */
  synchronized void forget(List<Finding> findings) {
    for (Finding finding : findings) {
      settled.remove(finding.id());
      ofRun.add(finding.id());
    }
  }

  /** Those that have not been told. */
  synchronized List<Finding> open(List<Finding> active) {
    return active.stream().filter(finding -> !settled.contains(finding.id())).toList();
  }

  /** Fails the steps that these findings are blamed on, once they have lasted long enough. */
  synchronized void judge(List<Finding> active) {
    ripeness.look(active);
    for (Finding finding : open(active)) {
      List<Scope> blamed = blamed(finding);
      List<Scope> concerned = concerned(blamed, finding);
      if (!blamed.isEmpty() && concerned.isEmpty()) {
        excuse(finding, spans(blamed).toList(), List.of());
      } else if (blamed.isEmpty()) {
        excuseLeft(finding);
      }
      for (Scope scope : concerned) {
        if (ripeness.isRipe(finding, scope) && scope.fail(finding)) {
          settled.add(finding.id());
        }
      }
    }
  }

  /**
   * Later tests must not fail for what one left that has ended, and does not mind. It did not ask
   * for it either, so they may.
   */
  private void excuseLeft(Finding finding) {
    boolean left = excuses.leaver(finding, scopes.past()) != null;
    if (left && finding.isCertain() && !ofRun.contains(finding.id())) {
      excuse(finding, List.of(), List.of());
    }
  }

  /**
   * Fails all steps if nobody goes on, for findings that others were failed for already, too.
   *
   * @param open what was looked at just now: what lies beneath has not been for long
   */
  synchronized void judgeStandstill(List<Scope> open, List<Finding> active) {
    List<Scope> steps = open.stream().filter(scope -> !scope.isOuter()).toList();
    List<Scope> waiting = steps.isEmpty() ? open : steps;
    long sinceChange = System.nanoTime() - scopes.lastChange();
    boolean nothingEnds = TimeUnit.NANOSECONDS.toMillis(sinceChange) >= allStillMillis;
    if (!nothingEnds || !waiting.stream().allMatch(scope -> scope.hasNotMoved(allStillMillis))) {
      return;
    }
    List<Finding> minded =
        active.stream().filter(each -> each.isCertain() && !excuses.holds(each)).toList();
    List<Finding> untold = open(minded);
    for (Finding finding : untold.isEmpty() ? minded : untold) {
      Finding behind = Words.ofBehind(finding, allStillMillis);
      for (Scope scope : concerned(waiting, finding)) {
        if (excuses.allowToFail(scope, finding) && scope.fail(behind)) {
          settled.add(finding.id());
        }
      }
    }
  }

  /**
   * The same for a step that is about to end. What its threads leave behind counts at once, if it
   * is certain.
   */
  synchronized void judgeAtEnd(Scope scope, List<Finding> active) {
    for (Finding finding : mine(scope, active)) {
      scope.note(finding);
      settled.add(finding.id());
    }
  }

  /** What is certain, and blamed on this step. */
  synchronized List<Finding> mine(Scope scope, List<Finding> active) {
    return open(active).stream()
        .filter(Finding::isCertain)
        .filter(finding -> concerned(blamed(finding), finding).contains(scope))
        .toList();
  }

  /**
   * What nobody was failed for: it is the run's, but for what a test has left that would not have
   * failed for it. Tells it once.
   */
  synchronized List<Finding> nobodys(List<Finding> active) {
    List<Finding> left = new ArrayList<>();
    for (Finding finding : open(active)) {
      boolean minded =
          excuses.leaver(finding, scopes.past()) == null && Settings.DEFAULT.concern(finding);
      if (finding.isCertain() && minded) {
        settled.add(finding.id());
        left.add(finding);
      }
    }
    return left;
  }

  /** Ids of the threads of all these that have been told. */
  synchronized Set<Long> toldThreads(List<Finding> active) {
    Set<Long> ids = new HashSet<>();
    for (Finding finding : active) {
      if (settled.contains(finding.id())) {
        finding.threads().forEach(thread -> ids.add(thread.id()));
      }
    }
    return ids;
  }

  private List<Scope> blamed(Finding finding) {
    return ofRun.contains(finding.id())
        ? List.of()
        : Attribution.of(finding, scopes.innermost(), scopes.past());
  }

  private static List<Scope> concerned(List<Scope> blamed, Finding finding) {
    return blamed.stream().filter(scope -> scope.settings().concern(finding)).toList();
  }
}
