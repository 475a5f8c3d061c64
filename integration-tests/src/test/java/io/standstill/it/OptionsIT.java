package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import verdicts.clean.monitors.ThrownOut;
import verdicts.deadlock.jdk.StandardError;
import verdicts.deadlock.monitors.TwoMonitors;
import verdicts.deadlock.semaphores.TwoMutexes;

/** What options do to a JVM that starts, right and wrong ones. */
class OptionsIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final ForkedJvm.Builder jvm;

  OptionsIT(TestInfo test) {
    jvm = ForkedJvm.on(Jdks.running(), "options/" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void unknownOptionEndsTheJvmWithOneLineThatNamesTheNearest() throws Exception {
    assertStopped(jvm.agent("fnidings=x"), "\"findings\"");
  }

  @Test
  void badValueEndsTheJvmWithOneLineThatNamesTheOption() throws Exception {
    assertStopped(jvm.agent("interval=soon"), "interval");
  }

  @Test
  void unknownSystemPropertyEndsTheJvm() throws Exception {
    assertStopped(jvm.flags("-Dstandstill.intervall=1s").agent(""), "\"interval\"");
  }

  @Test
  void unwritableFindingsFileEndsTheJvm() throws Exception {
    assertStopped(jvm.agent("findings=" + jvm.directory().resolve("no/such/file")), "findings");
  }

  private static void assertStopped(ForkedJvm.Builder jvm, String says) throws Exception {
    try (ForkedJvm stopped = jvm.program(ThrownOut.class.getName()).start()) {
      assertTrue(stopped.awaitExit(LONG) != 0, "must not end well");
      assertEquals("", stopped.stdout(), "main must not run");
      assertEquals(1, stopped.stderr().lines().count(), stopped::everything);
      assertTrue(stopped.stderr().contains(says), stopped::everything);
    }
  }

  @Test
  void isTurnedOffByTheEnvironment() throws Exception {
    jvm.environment("STANDSTILL_ENABLED", "off").agent("interval=1s");
    try (ForkedJvm unwatched = jvm.program(ThrownOut.class.getName()).start()) {
      assertEquals(0, unwatched.awaitExit(LONG), unwatched::everything);
      assertEquals(
          "standstill: turned off by enabled=off (environment variable STANDSTILL_ENABLED);"
              + " nothing is watched\n",
          unwatched.stderr());
      assertTrue(!unwatched.stdout().isEmpty(), "main runs");
    }
  }

  @Test
  void optionsMayComeFromTheEnvironment() throws Exception {
    jvm.environment("STANDSTILL_FINDINGS", jvm.directory().resolve("findings").toString());
    try (ForkedJvm hanging = jvm.agent("").program(TwoMonitors.class.getName()).start()) {
      assertEquals(1, hanging.awaitFindings(1, LONG).size(), hanging::everything);
    }
  }

  @Test
  void optionsMayComeFromAFile() throws Exception {
    Path file = Workshop.logs().resolve("options/from-a-file.options");
    Files.createDirectories(file.getParent());
    Files.writeString(file, jvm.findingsOption() + "\ninterval=200ms\n");
    try (ForkedJvm hanging = jvm.agent("@" + file).program(TwoMonitors.class.getName()).start()) {
      assertEquals(1, hanging.awaitFindings(1, LONG).size(), hanging::everything);
    }
  }

  @Test
  void reportsGoToStandardErrorEvenIfItsMonitorIsInTheCycle() throws Exception {
    jvm.agent(jvm.findingsOption()).program(StandardError.class.getName());
    try (ForkedJvm hanging = jvm.start()) {
      hanging.awaitLine("STUCK", LONG);
      List<Told> told = hanging.awaitFindings(1, LONG);
      assertEquals(1, told.size(), hanging::everything);
      hanging.awaitStderr(told.get(0).text("summary"), LONG);
      assertEquals(1, hanging.stdout().lines().count(), "stdout is the application's own");
    }
  }

  @Test
  void excludedClassesAreNotWoven() throws Exception {
    jvm.agentWithFiles(",exclude=verdicts.*");
    try (ForkedJvm hanging = jvm.program(TwoMonitors.class.getName()).start()) {
      hanging.awaitLine("STUCK", LONG);
      List<Told> told = hanging.awaitFindings(1, LONG);
      assertEquals(1, told.size(), "the JVM itself knows of it");
      assertEquals(Set.of(), told.get(0).lockNames(), "only weaving knows where a lock came from");
    }
  }

  @Test
  void haltEndsTheJvmWithStatus70AfterTheReport() throws Exception {
    assertHalts("halt", 70);
  }

  @Test
  void haltEndsTheJvmWithTheStatusAskedFor() throws Exception {
    assertHalts("halt:3", 3);
  }

  private void assertHalts(String value, int status) throws Exception {
    jvm.agentWithFiles(",on-deadlock=" + value);
    try (ForkedJvm halted = jvm.program(TwoMonitors.class.getName()).start()) {
      assertEquals(status, halted.awaitExit(LONG), halted::everything);
      List<Told> told = halted.findings();
      assertEquals(1, told.size(), halted::everything);
      assertTrue(halted.report().contains(told.get(0).text("summary")), halted::everything);
      assertTrue(halted.report().contains(told.get(0).text("advice")), "written to the end");
      assertEquals("", halted.stderr());
    }
  }

  @Test
  void haltLeavesACleanProgramAndItsStatusAlone() throws Exception {
    jvm.agentWithFiles(",on-deadlock=halt");
    try (ForkedJvm clean = jvm.program(ThrownOut.class.getName()).start()) {
      assertEquals(0, clean.awaitExit(LONG), clean::everything);
      assertEquals("18000\n", clean.stdout());
    }
  }

  @Test
  void haltDoesNotEndTheJvmForWhatIsOnlyLikely() throws Exception {
    jvm.agentWithFiles(",on-deadlock=halt");
    try (ForkedJvm hanging = jvm.program(TwoMutexes.class.getName()).start()) {
      assertEquals(1, hanging.awaitFindings(1, LONG).size(), hanging::everything);
      assertTrue(
          !Waiting.until(() -> !hanging.alive(), Duration.ofSeconds(1)), hanging::everything);
    }
  }
}
