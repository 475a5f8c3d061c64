package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import verdicts.other.HeldForLong;

/** A process that was stopped from outside has not waited for anything meanwhile. */
@DisabledOnOs(OS.WINDOWS)
class StoppedProcessIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Longer than the threshold. */
  private static final Duration STOPPED = Duration.ofSeconds(8);

  /** Several looks; the waiter still lacks seconds by then. */
  private static final Duration QUIET = Duration.ofMillis(1_500);

  @TestFactory
  Stream<DynamicTest> stopped() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .map(jdk -> dynamicTest("a stop is no wait, on " + jdk, () -> isNoWait(jdk)));
  }

  private static void isNoWait(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "stopped-process-" + jdk.feature())
            .agentWithFiles(",lock-threshold=6s,grace=0")
            .program(HeldForLong.class.getName())
            .start()) {
      app.awaitLine("STUCK", LONG);
      send("STOP", app);
      assertFalse(Waiting.until(() -> !app.alive(), STOPPED), "it has ended");
      assertEquals(List.of(), app.findings());
      send("CONT", app);
      assertFalse(Waiting.until(() -> !app.findings().isEmpty(), QUIET), app::everything);
      List<Told> told = app.awaitFindings(1, LONG);
      assertEquals("long-hold", told.get(0).text("kind"), app::everything);
    }
  }

  private static void send(String signal, ForkedJvm app) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(app.pid())).start();
    assertTrue(kill.waitFor() == 0, "cannot send SIG" + signal);
  }
}
