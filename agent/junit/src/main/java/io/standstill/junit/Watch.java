package io.standstill.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks the agent now and then, in a thread of its own, and fails the steps whose findings last. The
 * steps' own threads open and close them here.
 */
final class Watch {
  private static final long POLL_MILLIS = 100;
  private static final long BEGINNING_MILLIS = 5;
  private static final long LEFT_BEHIND_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long CHANGE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long OUTER_MILLIS = 60_000;
  private final Supplier<Agent> finder;
  private final Ending ending;
  private final Scopes scopes = new Scopes();
  private final Judge judge = new Judge(scopes);
  private final Outers outers = new Outers(scopes, judge);
  private final Leftovers leftovers = new Leftovers();

  /** Which steps were failed so far: the test tool may forget those of a class that never ends. */
  private final List<String> failed = new CopyOnWriteArrayList<>();

  private Thread thread;
  private volatile Agent agent;

  /** As of the last poll. */
  private volatile boolean anythingFound;

  private volatile AgentMissingError broken;

  Watch(Supplier<Agent> finder, Ending ending) {
    this.finder = finder;
    this.ending = ending;
  }

  /** That of this JVM, with the agent in it. */
  static Watch ofThisJvm() {
    return OfThisJvm.WATCH;
  }

  /** Begins to watch, if it has not begun; does not wait for the agent. */
  synchronized void start() {
    if (thread == null) {
      thread = OwnThread.start("standstill-junit", this::run);
    }
  }

  private void run() {
    watch();
    new LastResort(scopes, ending).await(broken);
  }

  private void watch() {
    try {
      agent = finder.get();
      while (true) {
        OwnThread.rest(POLL_MILLIS);
        Thread.interrupted(); // An application may interrupt all threads that it finds.
        tick();
      }
    } catch (AgentMissingError missing) {
      broken = missing;
    } catch (RuntimeException | Error failure) {
      broken = new AgentMissingError("it does not answer: " + failure, AgentJar.find());
    }
  }

  private void tick() {
    List<Scope> open = scopes.innermost();
    List<Finding> active = concerning(open);
    anythingFound = !active.isEmpty();
    if (active.isEmpty() && open.stream().noneMatch(Scope::hasFailed)) {
      return;
    }
    open.forEach(Scope::look);
    judge.judge(active);
    judge.judgeStandstill(active);
    open.forEach(scope -> scope.goOn(active));
    open.forEach(Scope::insist);
    List<Scope> stuck = open.stream().filter(scope -> scope.isStuck() && !leave(scope)).toList();
    if (!stuck.isEmpty() && !othersGoOn(open, stuck)) {
      String others =
          judge.nobodys(active).stream().map(this::words).collect(Collectors.joining("\n\n"));
      ending.end(Words.ofStuck(stuck, failed, others));
    }
  }

  /** Other steps do; and JUnit itself may, if it waits for the stuck ones with a timeout. */
  private boolean othersGoOn(List<Scope> open, List<Scope> stuck) {
    boolean young = stuck.stream().allMatch(scope -> scope.failedMillis() < OUTER_MILLIS);
    return System.nanoTime() - scopes.lastChange() < CHANGE_NANOS
        || open.stream()
            .filter(scope -> !stuck.contains(scope))
            .anyMatch(scope -> !scope.isOuter() || young && !scope.waits());
  }

  /** What could fail anything. A prediction lasts for ever, and must not keep us busy. */
  private List<Finding> concerning(List<Scope> open) {
    return agent.findings().stream()
        .filter(
            finding ->
                Settings.DEFAULT.concern(finding)
                    || open.stream().anyMatch(scope -> scope.settings().concern(finding)))
        .toList();
  }

  /** Closes it first: whoever waits for the step goes on at once. */
  private boolean leave(Scope scope) {
    if (!scope.canBeLeft()) {
      return false;
    }
    scopes.close(scope);
    scope.found().forEach(finding -> failed.add(Words.ofFailed(scope, finding)));
    scope.leave();
    return true;
  }

  /**
   * Does nothing while the agent watches, or is about to.
   *
   * @throws AgentMissingError if no deadlock would be found
   */
  void check() {
    AgentMissingError failure = broken;
    if (failure != null) {
      throw failure.again();
    }
  }

  /** A step begins. */
  void open(Scope scope) {
    scopes.open(scope);
  }

  /**
   * A step has ended, in its own thread.
   *
   * @param startedBefore how many threads had been {@linkplain ThreadIds#started started} when it
   *     began
   * @return what it fails for; empty if nothing
   */
  List<Finding> close(Scope scope, long startedBefore) {
    if (!scope.seal()) {
      return List.of();
    }
    if (scope.found().isEmpty()) {
      settle(scope, ThreadIds.started() != startedBefore);
    }
    scopes.close(scope);
    scope.found().forEach(finding -> failed.add(Words.ofFailed(scope, finding)));
    return scope.found();
  }

  /** The steps that cannot be failed. */
  Outers outers() {
    return outers;
  }

  /**
   * A test has ended. If JUnit has left a step of it behind, as it does after a timeout in a thread
   * of its own, nobody waits for that step any more.
   */
  void ended(Span test) {
    if (test.hasOpenSteps()) {
      scopes.of(test).forEach(outers::drop);
    }
  }

  /** Does not let a step end while threads of its own stand in a circle that nobody has told. */
  private void settle(Scope scope, boolean madeThreads) {
    if (isTellable(madeThreads) && !judge.mine(scope, agent.findings()).isEmpty()) {
      agent.look(); // It may be over.
      judge.judgeAtEnd(scope, agent.findings());
    } else if (madeThreads && standsInCircle(scope.span().first())) {
      awaitFinding(scope);
    }
  }

  /** Whether it is worth asking: most steps start no thread, and there is no finding. */
  private boolean isTellable(boolean madeThreads) {
    return agent != null && (madeThreads || anythingFound);
  }

  private boolean standsInCircle(long newerThan) {
    List<Finding> active = agent == null ? List.of() : agent.findings();
    return leftovers.exist(newerThan, judge.toldThreads(active));
  }

  private void awaitFinding(Scope scope) {
    long end = System.nanoTime() + LEFT_BEHIND_NANOS;
    while (scope.found().isEmpty()
        && System.nanoTime() - end < 0
        && standsInCircle(scope.span().first())) {
      OwnThread.rest(POLL_MILLIS / 2);
      if (agent != null) {
        judge.judgeAtEnd(scope, agent.findings());
      }
    }
  }

  /** A finding that a test asked for: nothing fails for it. */
  void expect(Finding finding) {
    judge.expect(finding);
  }

  /**
   * What no test was failed for, at the end of the run, each with words that say so. Tells it once.
   *
   * @throws AgentMissingError if the agent did not watch
   */
  Map<Finding, String> nobodys() {
    long end = System.nanoTime() + LEFT_BEHIND_NANOS;
    while (agent == null && broken == null && System.nanoTime() - end < 0) {
      OwnThread.rest(BEGINNING_MILLIS); // A run may be over before the watch has begun.
    }
    check();
    while (standsInCircle(0) && System.nanoTime() - end < 0 && !isKnown()) {
      OwnThread.rest(POLL_MILLIS);
    }
    if (agent == null) {
      return Map.of();
    }
    agent.look();
    List<Finding> active = agent.findings();
    if (active.isEmpty() && !agent.healthy()) {
      throw new AgentMissingError("it cannot see. " + agent.report(), AgentJar.find());
    }
    return told(judge.nobodys(active));
  }

  private Map<Finding, String> told(List<Finding> left) {
    Map<Finding, String> told = new LinkedHashMap<>();
    outers.untold().forEach((finding, step) -> told.put(finding, Words.ofOuter(finding, step)));
    Set<String> ids = told.keySet().stream().map(Finding::id).collect(Collectors.toSet());
    for (Finding finding : left) {
      if (!ids.contains(finding.id())) {
        told.put(finding, words(finding));
      }
    }
    return told;
  }

  private boolean isKnown() {
    return agent != null && !judge.open(agent.findings()).isEmpty();
  }

  /** With the test that it may come from. */
  private String words(Finding nobodys) {
    return Words.ofNobodys(nobodys, Attribution.suspect(nobodys, scopes.past()));
  }

  private static final class OfThisJvm {
    private static final Watch WATCH = new Watch(AgentStart::visible, Ending::ofThisJvm);
  }
}
