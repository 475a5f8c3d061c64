package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** Which tests fail for which findings, and how. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StandstillExtensionTest {
  private static final long PATIENCE = 30;

  /** A test that waits for ever, as far as it knows. */
  private static void hang(Bench bench, String id) throws InterruptedException {
    bench.agent.finds(id, Certainty.CERTAIN, Thread.currentThread());
    new CountDownLatch(1).await();
  }

  private static Throwable failure(EngineExecutionResults results, String test) {
    Event event =
        results
            .allEvents()
            .failed()
            .filter(each -> each.getTestDescriptor().getDisplayName().equals(test))
            .findFirst()
            .orElseThrow(() -> new AssertionError(test + " did not fail"));
    return event
        .getPayload(org.junit.platform.engine.TestExecutionResult.class)
        .orElseThrow()
        .getThrowable()
        .orElseThrow();
  }

  private static List<String> failed(EngineExecutionResults results) {
    return results
        .allEvents()
        .failed()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .sorted()
        .toList();
  }

  static final class OwnThreadHangs {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void hangs() throws Exception {
      hang(BENCH, "D1");
    }

    @Test
    void passes() {
      assertTrue(Thread.currentThread().isDaemon() || !Thread.currentThread().isInterrupted());
    }
  }

  @Test
  void failsTheTestWhoseThreadIsStuckAndGoesOn() {
    EngineExecutionResults results = Bench.run(OwnThreadHangs.class);

    assertEquals(List.of("hangs()"), failed(results));
    results.testEvents().assertStatistics(tests -> tests.succeeded(1).failed(1));
    Throwable failure = failure(results, "hangs()");
    assertEquals("D1 as text", failure.getMessage());
    assertTrue(failure.getCause() instanceof InterruptedException);
    StackTraceElement[] stack = failure.getSuppressed()[0].getStackTrace();
    assertTrue(
        Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("hang")),
        () -> Arrays.toString(stack));
    assertEquals(List.of(), OwnThreadHangs.BENCH.endings);
  }

  static final class ThreadsOfATestHang {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void waitsForThem() throws Exception {
      Thread stuck = new Thread(StandstillExtensionTest::park, "stuck");
      stuck.setDaemon(true);
      stuck.start();
      BENCH.agent.finds("D1", Certainty.CERTAIN, stuck);
      stuck.join();
    }

    @Test
    void doesNotWaitForThem() {
      Thread stuck = new Thread(StandstillExtensionTest::park, "left");
      stuck.setDaemon(true);
      stuck.start();
      BENCH.agent.finds("D2", Certainty.CERTAIN, stuck);
    }
  }

  private static void park() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void failsTheTestThatMadeTheStuckThreads() {
    EngineExecutionResults results = Bench.run(ThreadsOfATestHang.class);

    assertEquals(List.of("doesNotWaitForThem()", "waitsForThem()"), failed(results));
    assertEquals("D1 as text", failure(results, "waitsForThem()").getMessage());
    assertEquals("D2 as text", failure(results, "doesNotWaitForThem()").getMessage());
  }

  static final class LifecycleHangs {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @BeforeAll
    static void prepare() throws Exception {
      hang(BENCH, "D1");
    }

    @Test
    void neverRuns() {}
  }

  @Test
  void failsTheClassWhoseBeforeAllHangs() {
    EngineExecutionResults results = Bench.run(LifecycleHangs.class);

    String name = LifecycleHangs.class.getName().replaceFirst(".*[.]", "");
    assertEquals(List.of(name), failed(results));
    assertEquals("D1 as text", failure(results, name).getMessage());
  }

  static final class OneOfManyHangs {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @ParameterizedTest(name = "parameter {0}")
    @ValueSource(ints = {1, 2, 3})
    void parameterized(int number) throws Exception {
      if (number == 2) {
        hang(BENCH, "D1");
      }
    }

    @TestFactory
    Stream<DynamicTest> dynamic() {
      return Stream.of(1, 2, 3)
          .map(
              number ->
                  DynamicTest.dynamicTest(
                      "dynamic " + number,
                      () -> {
                        if (number == 2) {
                          hang(BENCH, "D2");
                        }
                      }));
    }
  }

  @Test
  void failsOneOfManyParameterizedAndDynamicTests() {
    EngineExecutionResults results = Bench.run(OneOfManyHangs.class);

    assertEquals(List.of("dynamic 2", "parameter 2"), failed(results));
    results.testEvents().assertStatistics(tests -> tests.succeeded(4).failed(2));
  }

  static final class LeavesAThreadToTheNext {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;
    static Thread left;

    @TestFactory
    Stream<DynamicTest> dynamic() {
      return Stream.of(
          DynamicTest.dynamicTest(
              "leaves",
              () -> {
                left = new Thread(new Parked());
                left.setDaemon(true);
                left.start();
              }),
          DynamicTest.dynamicTest(
              "innocent",
              () -> {
                BENCH.agent.finds("D1", Certainty.CERTAIN, left);
                BENCH.agent.awaitQuestions(10);
              }));
    }
  }

  /** No part of the class of a test. */
  static final class Parked implements Runnable {
    @Override
    public void run() {
      park();
    }
  }

  @Test
  void failsTheRunForWhatADynamicTestHasLeftAndNotTheNext() {
    EngineExecutionResults results = Bench.run(LeavesAThreadToTheNext.class);

    assertEquals(List.of("JUnit Jupiter"), failed(results));
    String words = failure(results, "JUnit Jupiter").getMessage();
    assertTrue(words.contains("while this test ran: "), words);
    assertTrue(words.contains(" > dynamic() > leaves\nD1 as text"), words);
  }

  static final class NothingToFailFor {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void isOverSoon() {
      BENCH.agent.isOver(BENCH.agent.finds("D1", Certainty.CERTAIN, Thread.currentThread()));
    }

    @Test
    void endsByItself() throws Exception {
      StuckThread self = new StuckThread(Thread.currentThread().getId(), "self", 0L, List.of());
      Finding finding = FakeAgent.finding("D2", Certainty.CERTAIN, true, List.of(self));
      BENCH.agent.finds(finding);
      TimeUnit.MILLISECONDS.sleep(700);
      BENCH.agent.isOver(finding);
    }

    @Test
    void mightStillEndIt() throws Exception {
      Finding finding = BENCH.agent.finds("D3", Certainty.LIKELY, Thread.currentThread());
      TimeUnit.MILLISECONDS.sleep(700);
      BENCH.agent.isOver(finding);
    }
  }

  @Test
  void passesWhatIsOverOrEndsByItselfOrIsLikelyAtMost() {
    EngineExecutionResults results = Bench.run(NothingToFailFor.class);

    assertEquals(List.of(), failed(results));
    results.testEvents().assertStatistics(tests -> tests.succeeded(3));
  }

  static final class DoesNotMind {
    static final Bench BENCH = new Bench(Set.of(), false);
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void passes() throws Exception {
      BENCH.agent.finds("D1", Certainty.CERTAIN, Thread.currentThread());
      TimeUnit.MILLISECONDS.sleep(700);
    }
  }

  @Test
  void failsNeitherTestNorRunForWhatNobodyMinds() {
    assertEquals(List.of(), failed(Bench.run(DoesNotMind.class)));
  }

  static final class LikelyHang {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void standsStillItself() throws Exception {
      BENCH.agent.finds("D1", Certainty.LIKELY, Thread.currentThread());
      new CountDownLatch(1).await();
    }
  }

  @Test
  void failsForWhatIsLikelyOnceTheTestItselfStandsStill() {
    assertEquals(List.of("standsStillItself()"), failed(Bench.run(LikelyHang.class)));
  }

  static final class NobodysFinding {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void passes() {
      StuckThread old = new StuckThread(0, "old", 60_000L, List.of());
      BENCH.agent.finds(FakeAgent.finding("D1", Certainty.CERTAIN, false, List.of(old)));
    }
  }

  @Test
  void failsTheRunForWhatIsNobodys() {
    EngineExecutionResults results = Bench.run(NobodysFinding.class);

    assertEquals(List.of("JUnit Jupiter"), failed(results));
    String words = failure(results, "JUnit Jupiter").getMessage();
    assertEquals("No test could be told to be the cause.\nD1 as text", words);
  }

  static final class Uninterruptible {
    static final Bench BENCH = new Bench();
    static final CountDownLatch RELEASED = new CountDownLatch(1);
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void cannotBeInterrupted() {
      BENCH.atEnd = RELEASED::countDown;
      BENCH.agent.finds("D1", Certainty.CERTAIN, Thread.currentThread());
      awaitUninterruptibly(RELEASED);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        continue;
      }
    }
  }

  @Test
  void endsTheJvmWhereTheThreadCannotBeInterrupted() {
    EngineExecutionResults results = Bench.run(Uninterruptible.class);

    assertEquals(List.of("cannotBeInterrupted()"), failed(results));
    String said = Uninterruptible.BENCH.endings.get(0);
    assertTrue(said.contains("cannotBeInterrupted() hangs"), said);
    assertTrue(said.contains("D1 as text"), said);
    assertTrue(said.contains("status 70"), said);
  }

  static final class LeftBehind {
    static final Bench BENCH = new Bench(Settings.DEFAULT.kinds(), true);
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void cannotBeInterrupted() {
      BENCH.agent.finds("D1", Certainty.CERTAIN, Thread.currentThread());
      awaitUninterruptibly(new CountDownLatch(1));
    }

    @Test
    void passes() {}
  }

  @Test
  void leavesASeparateThreadBehind() {
    EngineExecutionResults results = Bench.run(LeftBehind.class);

    assertEquals(List.of("cannotBeInterrupted()"), failed(results));
    results.testEvents().assertStatistics(tests -> tests.succeeded(1).failed(1));
    assertEquals("D1 as text", failure(results, "cannotBeInterrupted()").getMessage());
    assertEquals(List.of(), LeftBehind.BENCH.endings);
  }

  static final class EndsWhileItIsJudged {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void leavesAThreadBehind() {
      Thread left = new Thread(StandstillExtensionTest::park);
      left.setDaemon(true);
      left.start();
      BENCH.agent.whileLooking = () -> BENCH.agent.awaitQuestions(5);
      BENCH.agent.finds("D1", Certainty.CERTAIN, left);
    }
  }

  @Test
  void failsATestThatEndsJustWhenItIsToBeFailed() {
    EngineExecutionResults results = Bench.run(EndsWhileItIsJudged.class);

    assertEquals(List.of("leavesAThreadBehind()"), failed(results));
    assertEquals("D1 as text", failure(results, "leavesAThreadBehind()").getMessage());
  }

  static final class LeftByATimeout {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    @Timeout(value = 1, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void cannotBeInterrupted() {
      BENCH.agent.finds("D1", Certainty.CERTAIN, Thread.currentThread());
      awaitUninterruptibly(new CountDownLatch(1));
    }

    @Test
    void passes() {}
  }

  @Test
  void goesOnWhereJUnitHasLeftAThreadBehindAndTellsAtTheEnd() {
    EngineExecutionResults results = Bench.run(LeftByATimeout.class);

    assertEquals(List.of("JUnit Jupiter", "cannotBeInterrupted()"), failed(results));
    assertTrue(failure(results, "cannotBeInterrupted()") instanceof TimeoutException);
    assertTrue(failure(results, "JUnit Jupiter").getMessage().contains("D1 as text"));
    assertEquals(List.of(), LeftByATimeout.BENCH.endings);
  }

  /** JUnit 5.10 asks the class for the mode of its lifecycle methods. */
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  static final class LifecycleLeftByATimeout {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @BeforeAll
    @Timeout(1)
    static void cannotBeInterrupted() {
      BENCH.agent.finds("D1", Certainty.CERTAIN, Thread.currentThread());
      awaitUninterruptibly(new CountDownLatch(1));
    }

    @Test
    void neverRuns() {}
  }

  @Test
  void goesOnWhereALifecycleMethodWasLeftBehindAndTellsAtTheEnd() {
    EngineExecutionResults results = Bench.run(LifecycleLeftByATimeout.class);

    String name = LifecycleLeftByATimeout.class.getName().replaceFirst(".*[.]", "");
    assertEquals(List.of("JUnit Jupiter", name), failed(results));
    assertTrue(failure(results, name) instanceof TimeoutException);
    assertTrue(failure(results, "JUnit Jupiter").getMessage().contains("D1 as text"));
    assertEquals(List.of(), LifecycleLeftByATimeout.BENCH.endings);
  }

  static final class TimedOutElsewhere {
    static final Bench BENCH = new Bench(Settings.DEFAULT.kinds(), true);
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;
    static volatile boolean interrupted;

    @Test
    @Timeout(1)
    void waitsForLong() throws InterruptedException {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException timeout) {
        interrupted = true;
        throw timeout;
      }
    }
  }

  @Test
  void passesAnInterruptOnToASeparateThread() {
    EngineExecutionResults results = Bench.run(TimedOutElsewhere.class);

    assertTrue(failure(results, "waitsForLong()") instanceof TimeoutException);
    assertTrue(TimedOutElsewhere.interrupted);
  }

  @TestMethodOrder(MethodOrderer.MethodName.class)
  static final class AfterAPrediction {
    static final Bench BENCH = new Bench();
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void first() {
      BENCH.agent.finds(
          new Finding(
              "W1",
              "lock-order",
              Certainty.POSSIBLE,
              "could",
              "W1 as text",
              Instant.now(),
              false,
              List.of()));
      BENCH.agent.awaitQuestions(2);
    }

    @Test
    void second() {
      assertFalse(BENCH.agent.askers.contains(Thread.currentThread()));
    }
  }

  @Test
  void asksNothingMoreInEachStepForWhatCanFailNothing() {
    assertEquals(List.of(), failed(Bench.run(AfterAPrediction.class)));
  }

  static final class TwoAtOnce {
    static final Bench BENCH = new Bench();
    static final CountDownLatch BOTH = new CountDownLatch(2);
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void guilty() throws Exception {
      meet();
      Thread stuck = new Thread(() -> park(), "stuck");
      stuck.setDaemon(true);
      stuck.start();
      while (stuck.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      BENCH.agent.finds("D1", Certainty.CERTAIN, stuck);
      stuck.join();
    }

    @Test
    void innocent() throws Exception {
      meet();
      TimeUnit.SECONDS.sleep(2);
    }

    private static void meet() throws InterruptedException {
      BOTH.countDown();
      assertTrue(BOTH.await(PATIENCE, TimeUnit.SECONDS));
    }
  }

  @Test
  void tellsTestsApartThatRunAtOnce() {
    assertEquals(List.of("guilty()"), failed(Bench.runInParallel(TwoAtOnce.class)));
  }

  @TestMethodOrder(MethodOrderer.MethodName.class)
  static final class WaitsBehind {
    static final Bench BENCH = new Bench();
    static final CountDownLatch NEVER = new CountDownLatch(1);
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void first() throws Exception {
      hang(BENCH, "D1");
    }

    @Test
    void second() throws Exception {
      NEVER.await();
    }
  }

  @Test
  void failsATestThatWaitsBehindWhatAnotherWasFailedFor() {
    EngineExecutionResults results = Bench.run(WaitsBehind.class);

    assertEquals(List.of("first()", "second()"), failed(results));
    String words = failure(results, "second()").getMessage();
    assertTrue(words.startsWith("It has done nothing for 15 seconds"), words);
    assertTrue(words.endsWith("D1 as text"), words);
  }

  static final class WithoutAgent {
    static final Bench BENCH = new Bench();

    @RegisterExtension
    static final StandstillExtension EXTENSION =
        new StandstillExtension(
            BENCH.watch,
            () -> {
              throw new AgentMissingError("no way", null);
            },
            Settings.DEFAULT);

    @Test
    void wouldPass() {}
  }

  @Test
  void failsWithTheLineToAddWhereThereIsNoAgent() {
    String words = failure(Bench.run(WithoutAgent.class), "wouldPass()").getMessage();

    assertTrue(words.contains("no way"), words);
    assertTrue(words.contains("<argLine>-javaagent:"), words);
    assertTrue(words.contains("jvmArgs '-javaagent:"), words);
  }
}
