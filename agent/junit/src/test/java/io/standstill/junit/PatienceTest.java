package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** When a thread that does not hear of the interrupt is given up, and the JVM ended for it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PatienceTest {
  /**
   * The watch asks every 100 ms: more than a thread at a monitor would be given, and so long that
   * no step began or ended a moment ago.
   */
  private static final int LONG = 30;

  /** What each test failed with, by its name. */
  private static String failures(EngineExecutionResults results) {
    return results
        .allEvents()
        .failed()
        .map(
            event ->
                event.getTestDescriptor().getDisplayName()
                    + ": "
                    + event
                        .getPayload(TestExecutionResult.class)
                        .flatMap(TestExecutionResult::getThrowable)
                        .map(Throwable::getMessage)
                        .orElseThrow())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** A thread that holds the monitor for as long as the task takes. */
  private static Thread hold(Object monitor, Runnable task) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () -> {
              synchronized (monitor) {
                held.countDown();
                task.run();
              }
            });
    holder.setDaemon(true);
    holder.start();
    held.await();
    return holder;
  }

  private static void enter(Object monitor) {
    synchronized (monitor) {
      monitor.notifyAll();
    }
  }

  static final class WaitsForOthers {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void aside() throws Exception {
      Thread stuck = hold(new Object(), LockSupport::park);
      Object busy = new Object();
      hold(busy, () -> BENCH.agent.awaitQuestions(LONG));
      Finding finding = BENCH.agent.finds("D1", Certainty.CERTAIN, stuck);
      enter(busy);
      BENCH.agent.isOver(finding);
    }

    @Test
    void later() throws Exception {
      Finding finding = BENCH.agent.finds("D2", Certainty.CERTAIN, Thread.currentThread());
      Object busy = new Object();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException isOver) {
        BENCH.agent.forgets(finding);
        hold(busy, () -> BENCH.agent.awaitQuestions(LONG));
        enter(busy);
      }
    }
  }

  @Test
  void lastsWhereTheThreadWaitsForThoseWhoAreNotStuck() {
    String failures = failures(Bench.run(WaitsForOthers.class));

    assertEquals("aside(): D1 as text, later(): D2 as text", failures);
    assertEquals("", String.join("\n", WaitsForOthers.BENCH.endings));
  }

  static final class WaitsForOneWhoGivesUp {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void throughAnother() throws Exception {
      CountDownLatch released = new CountDownLatch(1);
      Lock far = new ReentrantLock();
      Thread stuck = hold(new Object(), () -> lockUntil(released, far));
      awaitState(stuck, Thread.State.WAITING);
      Object near = new Object();
      awaitState(hold(near, () -> tryFor(5, far)), Thread.State.TIMED_WAITING);
      Finding finding = BENCH.agent.finds("D1", Certainty.CERTAIN, stuck);
      enter(near);
      BENCH.agent.isOver(finding);
      released.countDown();
    }
  }

  private static void lockUntil(CountDownLatch released, Lock lock) {
    lock.lock();
    try {
      awaitQuietly(released);
    } finally {
      lock.unlock();
    }
  }

  private static void tryFor(int seconds, Lock lock) {
    try {
      assertFalse(lock.tryLock(seconds, TimeUnit.SECONDS));
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitState(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  @Test
  void lastsWhereOneWhoseWaitEndsByItselfIsInBetween() {
    assertEquals("throughAnother(): D1 as text", failures(Bench.run(WaitsForOneWhoGivesUp.class)));
    assertEquals(List.of(), WaitsForOneWhoGivesUp.BENCH.endings);
  }

  static final class WaitsForTheStuck {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void throughAnother() throws Exception {
      CountDownLatch released = new CountDownLatch(1);
      BENCH.atEnd = released::countDown;
      Object far = new Object();
      Thread stuck = hold(far, () -> awaitQuietly(released));
      Object near = new Object();
      hold(near, () -> enter(far));
      BENCH.agent.finds("D1", Certainty.CERTAIN, stuck);
      enter(near);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void isShortWhereTheThreadWaitsForALockBehindTheStuckOnes() {
    long start = System.nanoTime();
    String failures = failures(Bench.run(WaitsForTheStuck.class));

    assertEquals("throughAnother(): D1 as text", failures);
    assertTrue(WaitsForTheStuck.BENCH.endings.get(0).contains("throughAnother() hangs"));
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertTrue(seconds < 25, () -> "it took " + seconds + " s");
  }

  static final class InAHurry {
    static final Bench BENCH =
        new Bench(new Settings(Settings.DEFAULT.kinds(), Certainty.LIKELY, Duration.ZERO, false));
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void failsAtOnce() throws Exception {
      BENCH.agent.awaitQuestions(LONG);
      BENCH.agent.finds("D1", Certainty.CERTAIN, Thread.currentThread());
      new CountDownLatch(1).await();
    }
  }

  @Test
  void leavesTimeForTheInterruptHoweverSoonItComes() {
    assertEquals("failsAtOnce(): D1 as text", failures(Bench.run(InAHurry.class)));
    assertEquals(List.of(), InAHurry.BENCH.endings);
  }
}
