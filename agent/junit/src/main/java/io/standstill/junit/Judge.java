package io.standstill.junit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

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

  private static final int UNSURE_FACTOR = 3;

  private final Scopes scopes;
  private final Map<String, Long> firstSeen = new HashMap<>();

  /** Ids of findings that a step was failed for, or that nobody minds. */
  private final Set<String> settled = new HashSet<>();

  /** Ids of findings that nobody minds. */
  private final Set<String> excused = new HashSet<>();

  /** Ids of findings whose own step could not be failed: no other is to blame, but the run. */
  private final Set<String> ofRun = new HashSet<>();

  Judge(Scopes scopes) {
    this.scopes = scopes;
  }

  /** A finding that a test asked for: nothing fails for it. */
  synchronized void expect(Finding finding) {
    settled.add(finding.id());
    excused.add(finding.id());
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
    firstSeen.keySet().retainAll(active.stream().map(Finding::id).toList());
    for (Finding finding : open(active)) {
      firstSeen.putIfAbsent(finding.id(), System.nanoTime());
      List<Scope> blamed = blamed(finding);
      List<Scope> concerned = concerned(blamed, finding);
      if (!blamed.isEmpty() && concerned.isEmpty()) {
        expect(finding);
      }
      for (Scope scope : concerned) {
        if (isRipe(finding, scope) && scope.fail(finding)) {
          settled.add(finding.id());
        }
      }
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
    boolean nothingEnds = millisSince(scopes.lastChange()) >= ALL_STILL_MILLIS;
    if (!nothingEnds || !waiting.stream().allMatch(scope -> scope.hasNotMoved(ALL_STILL_MILLIS))) {
      return;
    }
    List<Finding> untold = open(active);
    for (Finding finding : untold.isEmpty() ? active : untold) {
      if (finding.isCertain() && !excused.contains(finding.id())) {
        Finding behind = Words.ofBehind(finding, ALL_STILL_MILLIS);
        for (Scope scope : concerned(waiting, finding)) {
          if (scope.fail(behind)) {
            settled.add(finding.id());
          }
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

  /** What nobody was failed for: it is the run's. Tells it once. */
  synchronized List<Finding> nobodys(List<Finding> active) {
    List<Finding> left = new ArrayList<>();
    for (Finding finding : open(active)) {
      if (finding.isCertain() && Settings.DEFAULT.concern(finding)) {
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

  private boolean isRipe(Finding finding, Scope scope) {
    long quiet = scope.settings().quiet().toMillis();
    long lasted = millisSince(firstSeen.get(finding.id()));
    return finding.isCertain()
        ? lasted >= quiet
        : lasted >= UNSURE_FACTOR * quiet && scope.standsStill(UNSURE_FACTOR * quiet);
  }

  private static long millisSince(long nanoTime) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
  }
}
