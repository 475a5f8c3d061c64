package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of the watch if the agent does not answer. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchTest {
  private final Bench bench = new Bench();
  private final FakeAgent agent = bench.agent;
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void end() {
    end.countDown();
  }

  private static Step.Code<String> failing(Runnable first) {
    return () -> {
      first.run();
      throw new IllegalArgumentException("of the test");
    };
  }

  private <T> Step<T> step(String name, Step.Code<T> code) {
    Span span = new Span("[" + name + "]", name, WatchTest.class, name);
    return new Step<>(bench.watch, span, bench.settings, code);
  }

  private void leaveThread() {
    OwnThread.start("left", () -> assertDoesNotThrow(() -> end.await()));
  }

  @Test
  void goesOnAfterSomeRoundsThatFail() throws Throwable {
    AtomicInteger left = new AtomicInteger(5);
    agent.whenAsked =
        () -> {
          if (left.getAndDecrement() > 0) {
            throw new OutOfMemoryError("for a moment");
          }
        };
    bench.watch.start();
    agent.awaitQuestions(8);

    bench.watch.check();
    Step<Void> hangs =
        step(
            "hangs",
            () -> {
              agent.finds("D1", Certainty.CERTAIN, Thread.currentThread());
              end.await();
              return null;
            });
    assertEquals("D1 as text", assertThrows(DeadlockFoundError.class, hangs::run).getMessage());
  }

  @Test
  void failsAllTestsOnceNoRoundSucceeds() {
    agent.whenAsked =
        () -> {
          throw new IllegalStateException("no answer");
        };
    bench.watch.start();
    agent.awaitQuestions(50);

    AgentMissingError missing = assertThrows(AgentMissingError.class, this::checkUntilItFails);
    assertTrue(missing.getMessage().contains("it does not answer"), missing.getMessage());
  }

  private void checkUntilItFails() {
    while (true) {
      bench.watch.check();
      Thread.onSpinWait();
    }
  }

  @Test
  void keepsTheTestsOwnFailureIfTheAgentDoesNotAnswerAtItsEnd() {
    bench.watch.start();
    agent.awaitQuestions(1);
    Thread test = Thread.currentThread();
    agent.whenAsked =
        () -> {
          if (Thread.currentThread() == test) {
            throw new IllegalStateException("no answer");
          }
        };
    Step<String> fails = step("fails", failing(this::leaveThread));
    assertEquals("of the test", assertThrows(Throwable.class, fails::run).getMessage());
  }
}
