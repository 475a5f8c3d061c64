package io.standstill.junit;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What the watch does now and then: it fails the steps whose findings last, leaves behind those
 * that cannot be made to end, and ends the JVM if nobody goes on. By the thread of the watch alone.
 */
final class Round {
  private static final long CHANGE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long OUTER_MILLIS = 60_000;

  private final Scopes scopes;
  private final Judge judge;
  private final FailedSteps failed;
  private final Ending ending;

  private volatile boolean anythingFound;

  Round(Scopes scopes, Judge judge, FailedSteps failed, Ending ending) {
    this.scopes = scopes;
    this.judge = judge;
    this.failed = failed;
    this.ending = ending;
  }

  /** Whether there was anything to be told in the last one; any thread may ask. */
  boolean hasFound() {
    return anythingFound;
  }

  void go(Agent agent) {
    List<Scope> open = scopes.innermost();
    List<Finding> active = concerning(open, agent);
    anythingFound = !active.isEmpty();
    if (active.isEmpty() && open.stream().noneMatch(Scope::hasFailed)) {
      return;
    }
    open.forEach(Scope::look);
    judge.judge(active);
    judge.judgeStandstill(open, active);
    open.forEach(scope -> scope.goOn(active));
    open.forEach(scope -> scope.insist(active));
    List<Scope> stuck =
        open.stream().filter(scope -> scope.isStuck(active) && !leave(scope)).toList();
    if (!stuck.isEmpty() && !othersGoOn(open, stuck)) {
      String others =
          judge.nobodys(active).stream()
              .map(finding -> Words.ofNobodys(finding, scopes.past()))
              .collect(Collectors.joining("\n\n"));
      ending.end(Words.ofStuck(stuck, failed.words(), others));
    }
  }

  /** What could fail anything. A prediction lasts for ever, and must not keep us busy. */
  private static List<Finding> concerning(List<Scope> open, Agent agent) {
    return agent.findings().stream()
        .filter(
            finding ->
                Settings.DEFAULT.concern(finding)
                    || open.stream().anyMatch(scope -> scope.settings().concern(finding)))
        .toList();
  }

  /** Other steps do; and JUnit itself may, if it waits for the stuck ones with a timeout. */
  private boolean othersGoOn(List<Scope> open, List<Scope> stuck) {
    boolean young = stuck.stream().allMatch(scope -> scope.failedMillis() < OUTER_MILLIS);
    return System.nanoTime() - scopes.lastChange() < CHANGE_NANOS
        || open.stream()
            .filter(scope -> !stuck.contains(scope))
            .anyMatch(scope -> !scope.isOuter() || young && !scope.waits());
  }

  /** Closes it first: whoever waits for the step goes on at once. */
  private boolean leave(Scope scope) {
    if (!scope.canBeLeft()) {
      return false;
    }
    scopes.close(scope);
    failed.note(scope);
    scope.leave();
    return true;
  }
}
