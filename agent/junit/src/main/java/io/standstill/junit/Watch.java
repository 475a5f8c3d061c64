package io.standstill.junit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks the agent now and then, in a thread of its own, and fails the steps whose findings last. The
 * steps' own threads open and close them here.
 */
final class Watch {
  private static final long POLL_MILLIS = 100;

  /** So many rounds one after the other: a test that uses up all memory does so for less long. */
  private static final int MOST_FAILED_ROUNDS = 50;

  private final Contact contact;
  private final Ending ending;
  private final Scopes scopes = new Scopes();
  private final Judge judge = new Judge(scopes);
  private final Outers outers = new Outers(scopes, judge);
  private final FailedSteps failed = new FailedSteps();
  private final Round round;
  private final Leftovers leftovers;
  private final Untold untold;

  private Thread thread;

  Watch(Supplier<Agent> finder, Ending ending) {
    this.contact = new Contact(finder);
    this.ending = ending;
    this.round = new Round(scopes, judge, failed, ending);
    this.leftovers = new Leftovers(contact, judge);
    this.untold = new Untold(contact, scopes, judge, outers, leftovers);
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
    try {
      Agent agent = contact.make();
      int failedRounds = 0;
      while (true) {
        OwnThread.rest(POLL_MILLIS);
        Thread.interrupted(); // An application may interrupt all threads that it finds.
        try {
          round.go(agent);
          failedRounds = 0;
        } catch (RuntimeException | Error failure) {
          if (++failedRounds == MOST_FAILED_ROUNDS) {
            throw failure;
          }
        }
      }
    } catch (RuntimeException | Error failure) {
      new LastResort(scopes, ending).await(contact.lost(failure));
    }
  }

  /**
   * Does nothing while the agent watches, or is about to.
   *
   * @throws AgentMissingError if no deadlock would be found
   */
  void check() {
    contact.check();
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
    if (!scope.hasFailed()) {
      settle(scope, ThreadIds.started() != startedBefore);
    }
    judge.ended(scope);
    scopes.close(scope);
    if (!scope.hasFailed()) {
      return List.of();
    }
    failed.note(scope);
    return scope.found();
  }

  private void settle(Scope scope, boolean madeThreads) {
    try {
      boolean alone = scopes.only() == scope;
      leftovers.settle(scope, madeThreads, alone, round.hasFound());
    } catch (RuntimeException | Error unanswered) {
      return; // The watch asks too; no test passes any more if it gets no answer either.
    }
  }

  /** The steps that cannot be failed. */
  Outers outers() {
    return outers;
  }

  /**
   * A test or a class has ended. If JUnit has left a step of it behind, as it does after a timeout
   * in a thread of its own, nobody waits for that step any more.
   *
   * @param id JUnit's unique id
   */
  void ended(String id) {
    scopes.of(id).forEach(outers::drop);
  }

  /**
   * The current thread asks for a finding on behalf of its test: nothing fails for it.
   *
   * @return false if it is another's
   */
  boolean expect(Finding finding) {
    return judge.expect(finding, Thread.currentThread());
  }

  /**
   * What no test was failed for, at the end of the run, each with words that say so. Tells it once.
   *
   * @throws AgentMissingError if the agent did not watch
   */
  Map<Finding, String> nobodys() {
    return untold.take();
  }

  private static final class OfThisJvm {
    private static final Watch WATCH = new Watch(AgentStart::visible, Ending::ofThisJvm);
  }
}
