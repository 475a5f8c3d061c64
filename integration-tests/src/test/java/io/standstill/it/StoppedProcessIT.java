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
import verdicts.deadlock.semaphores.PermitsOfTwo;
import verdicts.other.HeldForLong;

/** A process that was stopped from outside has not waited for anything meanwhile. */
@DisabledOnOs(OS.WINDOWS)
class StoppedProcessIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Longer than the threshold. */
  private static final Duration STOPPED = Duration.ofSeconds(8);

  private static final Duration THRESHOLD = Duration.ofSeconds(6);

  /** What counts of a stop at most, and some time for a slow machine. */
  private static final Duration COUNTED = Duration.ofSeconds(3);

  /** Longer than what is a guess is watched before it is told. */
  private static final Duration SHORT_STOP = Duration.ofSeconds(5);

  /** A look or two, which would tell; what was waited before the stop, and this, is too short. */
  private static final Duration QUIET = Duration.ofMillis(800);

  @TestFactory
  Stream<DynamicTest> stopped() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                Stream.of(
                    dynamicTest("a stop is no wait, on " + jdk, () -> isNoWait(jdk)),
                    dynamicTest("a stop takes no patience, on " + jdk, () -> isNoPatience(jdk))));
  }

  private static void isNoWait(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "stopped-process-" + jdk.feature())
            .agentWithFiles(",lock-threshold=" + THRESHOLD.toSeconds() + "s,grace=0")
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
      long waited =
          told.get(0).thread("waiter").getAsJsonObject("waitsFor").get("waitedMillis").getAsLong();
      long elapsed = THRESHOLD.plus(STOPPED).toMillis();
      assertTrue(waited < elapsed - COUNTED.toMillis(), "the stop counts: " + waited + " ms");
    }
  }

  /** What is a guess is told after three seconds in which the process ran. */
  private static void isNoPatience(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "stopped-guess-" + jdk.feature())
            .agentWithFiles()
            .program(PermitsOfTwo.class.getName())
            .start()) {
      app.awaitLine("STUCK", LONG);
      send("STOP", app);
      assertFalse(Waiting.until(() -> !app.alive(), SHORT_STOP), "it has ended");
      assertEquals(List.of(), app.findings());
      send("CONT", app);
      assertFalse(Waiting.until(() -> !app.findings().isEmpty(), QUIET), app::everything);
      assertEquals("possible", app.awaitFindings(1, LONG).get(0).text("certainty"));
    }
  }

  private static void send(String signal, ForkedJvm app) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(app.pid())).start();
    assertTrue(kill.waitFor() == 0, "cannot send SIG" + signal);
  }
}
