package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** For whom a finding is excused that a test has asked for, and for how long. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JudgeTest {
  private static final long STILL_MILLIS = 300;

  private final Scopes scopes = new Scopes();
  private final Judge judge = new Judge(scopes, STILL_MILLIS);
  private final FakeAgent agent = new FakeAgent();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    end.countDown();
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
      thread.join();
    }
  }

  private Thread start(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
    return thread;
  }

  /** A thread that does nothing, whatever it hears. */
  private Thread idle() {
    return start(this::idleUntilTheEnd);
  }

  private void idleUntilTheEnd() {
    while (end.getCount() > 0) {
      Thread.interrupted();
      LockSupport.park(this);
    }
  }

  private static Scope step(String method, Thread thread) {
    Span span = new Span("[" + method + "]", "Shop > " + method + "()", JudgeTest.class, method);
    return new Scope(span, Settings.DEFAULT, thread, null);
  }

  private Scope begin(String method, Thread thread) {
    Scope scope = step(method, thread);
    scopes.open(scope);
    return scope;
  }

  private boolean wantedBy(Scope scope, Finding finding) {
    return judge.expect(finding, scope.thread());
  }

  @Test
  void givesNobodyWhatAnotherWhoRunsIsBlamedFor() {
    Scope hangs = begin("hangs", idle());
    Scope asks = begin("asks", idle());
    Finding finding = agent.finds("D1", Certainty.CERTAIN, hangs.thread());

    assertFalse(wantedBy(asks, finding));
    assertTrue(wantedBy(hangs, finding));
    assertTrue(wantedBy(hangs, finding), "again");
  }

  @Test
  void givesNobodyWhatAnEarlierTestAskedFor() {
    Scope first = begin("first", idle());
    Finding finding = agent.finds("D1", Certainty.CERTAIN, first.thread());
    assertTrue(wantedBy(first, finding));
    scopes.close(first);

    assertFalse(wantedBy(begin("second", idle()), finding));
    assertEquals(List.of(), judge.nobodys(List.of(finding)), "the run does not fail for it either");
  }

  @Test
  void givesATestWhatItsClassAskedFor() {
    Thread thread = idle();
    Scope ofClass =
        new Scope(
            Span.ofClass("[Shop]", () -> "Shop", JudgeTest.class), Settings.DEFAULT, thread, null);
    scopes.open(ofClass);
    Finding finding = agent.finds("D1", Certainty.CERTAIN, thread);
    assertTrue(wantedBy(ofClass, finding));
    scopes.close(ofClass);

    assertTrue(wantedBy(begin("asks", thread), finding));
  }

  @Test
  void saysThatWhatOthersHaveDoesNotCount() {
    Thread other = idle();
    agent.finds("D1", Certainty.CERTAIN, other);
    Bench bench = new Bench();
    bench.watch.open(step("hangs", other));
    bench.watch.open(step("asks", Thread.currentThread()));

    AssertionError none =
        assertThrows(
            AssertionError.class,
            () -> Standstill.await(agent, bench.watch, FindingKind.DEADLOCK, Duration.ZERO));
    String words = "no deadlock was found within 0 ms but those of other tests. ";
    assertTrue(none.getMessage().startsWith(words), none.getMessage());
  }

  private boolean fails(Scope scope, Finding finding) {
    return fails(scope, finding, TimeUnit.SECONDS.toNanos(30));
  }

  /** Within a time that was enough, on a machine that has nothing else to do. */
  private boolean failsSoon(Scope scope, Finding finding) {
    return fails(scope, finding, TimeUnit.MILLISECONDS.toNanos(5 * STILL_MILLIS));
  }

  private boolean fails(Scope scope, Finding finding, long nanos) {
    long until = System.nanoTime() + nanos;
    while (!scope.hasFailed() && System.nanoTime() - until < 0) {
      scope.look();
      judge.judgeStandstill(List.of(scope), List.of(finding));
      LockSupport.parkNanos(10_000_000);
    }
    return scope.hasFailed();
  }

  /** A thread that holds the monitor until the end. */
  private Thread hold(Object monitor) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        start(
            () -> {
              synchronized (monitor) {
                held.countDown();
                idleUntilTheEnd();
              }
            });
    held.await();
    return holder;
  }

  @Test
  void failsWhoIsLockedOutByWhatAnEarlierTestAskedFor() throws InterruptedException {
    Object till = new Object();
    Thread holder = hold(till);
    Finding finding = agent.finds("D1", Certainty.CERTAIN, holder);
    Scope first = begin("first", holder);
    assertTrue(wantedBy(first, finding));
    Scope second = begin("second", start(() -> enter(till)));
    assertFalse(
        failsSoon(second, finding), "it is excused as long as the test runs that asked for it");
    scopes.close(first);

    assertFalse(failsSoon(begin("idles", idle()), finding), "it may wait for something else");
    assertTrue(fails(second, finding));
  }

  @Test
  void failsWhoIsLockedOutByWhatAThreadOfNoTestAskedFor() throws InterruptedException {
    Object till = new Object();
    Finding finding = agent.finds("D1", Certainty.CERTAIN, hold(till));
    Scope idles = begin("idles", idle());
    Scope enters = begin("enters", start(() -> enter(till)));
    assertTrue(judge.expect(finding, idle()));

    assertFalse(failsSoon(idles, finding), "it may wait for something else");
    assertTrue(fails(enters, finding));
  }

  @Test
  void failsWhoRanBesideATestThatAskedForWhatMayBeAnyones() {
    Finding finding = agent.finds("D1", Certainty.CERTAIN, idle());
    Scope waits = begin("waits", idle());
    Scope asks = begin("asks", idle());
    assertTrue(wantedBy(asks, finding));
    assertFalse(failsSoon(waits, finding), "it is excused as long as the test runs that asked");
    scopes.close(asks);

    assertFalse(failsSoon(begin("later", idle()), finding), "it was not there yet");
    assertTrue(fails(waits, finding));
  }

  @Test
  void failsNoLaterTestForWhatOneLeftThatDoesNotMind() {
    Span span = new Span("[leaves]", "Shop > leaves()", JudgeTest.class, "leaves");
    Settings none = new Settings(Set.of(), Certainty.LIKELY, Duration.ZERO, false);
    Scope leaves = new Scope(span, none, idle(), null);
    scopes.open(leaves);
    Thread left = awaitPark(idle());
    judge.ended(leaves);
    scopes.close(leaves);
    Finding finding = agent.finds("D1", Certainty.CERTAIN, left);
    Scope later = begin("later", idle());
    judge.judge(List.of(finding));

    assertFalse(failsSoon(later, finding), "it may wait for something else");
    assertEquals(List.of(), judge.nobodys(List.of(finding)));
    assertTrue(wantedBy(later, finding), "nobody has asked for it so far");
  }

  /** The same thread, once our code is on its stack. */
  private static Thread awaitPark(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static void enter(Object monitor) {
    synchronized (monitor) {
      monitor.notifyAll();
    }
  }
}
