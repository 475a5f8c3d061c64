package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Classes that run beside each other. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BesideTest {
  private static final Bench BENCH = new Bench();
  private static final CountDownLatch RUNS = new CountDownLatch(1);
  private static final CountDownLatch OVER = new CountDownLatch(1);

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(30, TimeUnit.SECONDS));
  }

  static final class Innocent {
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void takesLong() throws Exception {
      RUNS.countDown();
      await(OVER);
    }
  }

  static final class WithServer {
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;
    static Thread server;

    @BeforeAll
    static void start() throws Exception {
      await(RUNS);
      server = new Thread(new Server());
      server.setDaemon(true);
      server.start();
    }

    @Test
    void waitsForAnAnswer() {
      BENCH.agent.finds("D1", Certainty.CERTAIN, server);
      BENCH.agent.awaitQuestions(10);
      OVER.countDown();
    }
  }

  /** No part of any test class. */
  private static final class Server implements Runnable {
    @Override
    public void run() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void failsTheRunAndNoTestForThreadsOfALifecycleMethod() {
    EngineExecutionResults results = Bench.runInParallel(Innocent.class, WithServer.class);

    results.testEvents().assertStatistics(tests -> tests.succeeded(2));
    List<String> failed =
        results
            .allEvents()
            .failed()
            .map(event -> event.getTestDescriptor().getDisplayName())
            .toList();
    assertEquals(List.of("JUnit Jupiter"), failed);
  }
}
