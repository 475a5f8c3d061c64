package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import verdicts.clean.monitors.ThrownOut;
import verdicts.deadlock.locks.TwoReentrantLocks;
import verdicts.deadlock.monitors.TwoMonitors;
import verdicts.pooldeadlock.ownpool.PoolOfOne;
import verdicts.stall.loans.Exhausted;

/** Run-time images that {@code jlink} has made of fewer modules than a JDK has. */
class JlinkIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final Map<Class<?>, String> FINDINGS =
      Map.of(
          TwoMonitors.class, "deadlock",
          TwoReentrantLocks.class, "deadlock",
          PoolOfOne.class, "pool-deadlock",
          Exhausted.class, "stall");

  @TestFactory
  Stream<DynamicTest> findsAllWithoutFlightRecorder() {
    return onEveryJdk(
        jdk -> {
          Jdk image = link(jdk, "without-jfr", "java.base,java.instrument,java.management");
          for (Map.Entry<Class<?>, String> expected : FINDINGS.entrySet()) {
            assertFound(image, expected.getKey(), expected.getValue());
          }
        });
  }

  private static void assertFound(Jdk image, Class<?> program, String kind) throws Exception {
    try (ForkedJvm app =
        on(image, program.getSimpleName()).agentWithFiles().program(program.getName()).start()) {
      app.awaitLine("STUCK", LONG);
      Told told = app.awaitFindings(1, LONG).get(0);
      assertEquals(kind, told.text("kind"), app::everything);
      app.awaitReport(told.text("advice"), LONG);
      assertEquals("", app.stderr());
      assertEquals(
          1, app.report().lines().filter(line -> line.contains(" io.standstill - ")).count());
    }
  }

  @TestFactory
  Stream<DynamicTest> leavesTheApplicationAloneWithoutManagement() {
    return onEveryJdk(
        jdk -> {
          Jdk image = link(jdk, "without-management", "java.base,java.instrument");
          try (ForkedJvm app =
              on(image, "unwatched").agent("").program(ThrownOut.class.getName()).start()) {
            assertEquals(0, app.awaitExit(LONG), app::everything);
            assertFalse(app.stdout().isEmpty(), app::everything);
            assertEquals(1, app.stderr().lines().count(), app::everything);
            assertTrue(app.stderr().contains("the application runs unwatched"), app::everything);
          }
        });
  }

  private interface Check {
    void on(Jdk jdk) throws Exception;
  }

  private static Stream<DynamicTest> onEveryJdk(Check check) {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .map(jdk -> DynamicTest.dynamicTest("on " + jdk, () -> check.on(jdk)));
  }

  /** A JDK without {@code jmods} links from its own image. */
  private static Jdk link(Jdk jdk, String name, String modules) throws Exception {
    Path image = Workshop.logs().resolve("jlink-" + jdk.feature()).resolve(name + "-image");
    Workshop.empty(image);
    Files.delete(image);
    Process jlink =
        new ProcessBuilder(
                List.of(
                    jdk.command("jlink"), "--add-modules", modules, "--output", image.toString()))
            .inheritIO()
            .start();
    assertTrue(jlink.waitFor(LONG.toMillis(), TimeUnit.MILLISECONDS), "jlink is stuck");
    assertEquals(0, jlink.exitValue(), "jlink");
    return new Jdk(jdk.feature(), image);
  }

  private static ForkedJvm.Builder on(Jdk image, String name) {
    return ForkedJvm.on(image, "jlink-" + image.feature() + "/" + name);
  }
}
