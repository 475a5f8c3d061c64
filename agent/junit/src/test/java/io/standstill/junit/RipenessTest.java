package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.Event;

/** What no test fails for, since it is over too soon or not sure enough. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RipenessTest {
  private static Bench bench(Certainty certainty, Duration quiet) {
    return new Bench(new Settings(Settings.DEFAULT.kinds(), certainty, quiet, false));
  }

  private static List<String> failures(Class<?> fixture) {
    return Bench.run(fixture).allEvents().failed().map(Event::toString).toList();
  }

  static final class EndsIt {
    static final Bench BENCH = bench(Certainty.LIKELY, Duration.ofSeconds(20));
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void twice() {
      for (String id : List.of("D1", "D2")) {
        Finding finding = BENCH.agent.finds(id, Certainty.CERTAIN, Thread.currentThread());
        BENCH.agent.awaitQuestions(5);
        BENCH.agent.forgets(finding);
      }
    }
  }

  @Test
  void passesATestThatEndsItsDeadlocksSoon() {
    assertEquals(List.of(), failures(EndsIt.class));
  }

  static final class IsNotSure {
    static final Bench BENCH = bench(Certainty.CERTAIN, Duration.ZERO);
    @RegisterExtension static final StandstillExtension EXTENSION = BENCH.extension;

    @Test
    void standsStill() throws InterruptedException {
      BENCH.agent.finds("D1", Certainty.LIKELY, Thread.currentThread());
      CountDownLatch latch = new CountDownLatch(1);
      OwnThread.start(
          "other",
          () -> {
            BENCH.agent.awaitQuestions(5);
            latch.countDown();
          });
      latch.await();
    }
  }

  @Test
  void passesWhatIsLikelyWhereOnlyTheCertainIsMinded() {
    assertEquals(List.of(), failures(IsNotSure.class));
  }
}
