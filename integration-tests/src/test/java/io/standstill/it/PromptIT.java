package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import verdicts.other.OneAfterAnother;

/** How soon a deadlock is told. Runs by itself, since it holds times against each other. */
@Isolated
class PromptIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Promised where looks are cheap and a processor is free. */
  private static final Duration PROMISED = Duration.ofSeconds(1);

  /** The machine may be busy with something else, but hardly each time. */
  private static final int MOST_TRIES = 12;

  @TestFactory
  Stream<DynamicTest> tells() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .map(jdk -> dynamicTest("within a second, on " + jdk, () -> isTold(jdk)));
  }

  /**
   * A deadlock is told at the end of a look. One that forms right then has to wait longest: for the
   * whole pause and all of the next look. So the first one only tells when to begin.
   */
  private static void isTold(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "prompt-" + jdk.feature())
            .agentWithFiles()
            .program(OneAfterAnother.class.getName())
            .start()) {
      app.awaitLine("READY", LONG);
      millisUntilTold(app);
      List<Long> delays = new ArrayList<>();
      do {
        delays.add(millisUntilTold(app));
      } while (Collections.min(delays) > PROMISED.toMillis() && delays.size() < MOST_TRIES);
      assertTrue(
          Collections.min(delays) <= PROMISED.toMillis(),
          () -> "told after " + delays + " ms: " + app.everything());
    }
  }

  private static long millisUntilTold(ForkedJvm app) throws IOException {
    int told = app.findings().size();
    long asked = System.nanoTime();
    app.goOn();
    assertEquals(told + 1, app.awaitFindings(told + 1, LONG).size(), app::everything);
    return Duration.ofNanos(System.nanoTime() - asked).toMillis();
  }
}
