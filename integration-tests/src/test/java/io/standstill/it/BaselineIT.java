package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import verdicts.order.TwoMonitors;
import verdicts.other.OrderTranscript;

/** What options do to predictions, and what JMX tells of them. */
class BaselineIT {
  private static final Duration END = Duration.ofSeconds(180);
  private static final String STALE =
      "app.A@app.A.a > app.B@app.A.a; app.B@app.B.b > app.A@app.B.b";

  private final String test;
  private Path file;

  BaselineIT(TestInfo test) {
    this.test = test.getTestMethod().orElseThrow().getName();
  }

  @BeforeEach
  void emptyPlace() throws Exception {
    Path place = Workshop.logs().resolve("baseline").resolve(test + "-place");
    Workshop.empty(place);
    file = place.resolve("known");
  }

  @Test
  void whatWasWrittenDownIsSilentTheNextTime() throws Exception {
    try (ForkedJvm first = run("first", ",baseline-write=" + file)) {
      assertEquals(1, first.findings().size(), first::everything);
    }
    assertEquals(
        List.of(
            "verdicts.order.TwoMonitors.left@verdicts.order.TwoMonitors.forth > "
                + "verdicts.order.TwoMonitors.right@verdicts.order.TwoMonitors.forth; "
                + "verdicts.order.TwoMonitors.right@verdicts.order.TwoMonitors.back > "
                + "verdicts.order.TwoMonitors.left@verdicts.order.TwoMonitors.back"),
        Files.readAllLines(file));
    try (ForkedJvm second = run("second", ",baseline=" + file + ",baseline-write=" + file)) {
      assertEquals(List.of(), second.findings(), second::everything);
      assertEquals("", second.report());
    }
    assertEquals(1, Files.readAllLines(file).size());
  }

  @Test
  void anEntryThatMatchesNothingIsToldAsStale() throws Exception {
    Files.writeString(file, "# long mended\n" + STALE + "  # or not?\n");
    try (ForkedJvm jvm = run("run", ",baseline=" + file)) {
      assertEquals(1, jvm.findings().size(), "what is new speaks");
      assertTrue(
          jvm.report()
              .contains("1 entry of the lock-order baseline matched nothing in this run: " + STALE),
          jvm::everything);
    }
  }

  @Test
  void aBaselineThatCannotBeReadStopsTheJvm() throws Exception {
    assertStopped(",baseline=" + file, "baseline=" + file + ": the file " + file);
    Files.writeString(file, "what?\n");
    assertStopped(",baseline=" + file, "baseline=" + file + ": line 1 ");
    assertStopped(
        ",baseline-write=" + file.resolve("below"), "cannot write baseline-write=" + file);
  }

  private void assertStopped(String options, String words) throws Exception {
    try (ForkedJvm jvm = start("stopped", TwoMonitors.class, options)) {
      assertTrue(jvm.awaitExit(END) != 0, jvm::everything);
      assertEquals("", jvm.stdout(), "main must not run");
      assertEquals(1, jvm.stderr().lines().count(), jvm::everything);
      assertTrue(jvm.stderr().contains(words), jvm::everything);
    }
  }

  @Test
  void nothingIsPredictedIfThatIsTurnedOff() throws Exception {
    try (ForkedJvm jvm = run("run", ",order=off")) {
      assertEquals(List.of(), jvm.findings(), jvm::everything);
      assertEquals("", jvm.report());
    }
  }

  @Test
  void showsPredictionsApartFromWhatHasHappened() throws Exception {
    try (ForkedJvm jvm = start("run", OrderTranscript.class, "", "5")) {
      assertEquals(0, jvm.awaitExit(END), jvm::everything);
      assertEquals(
          List.of(
              "On true",
              "RiskCount 1",
              "KnownCount 0",
              "Degraded false",
              "Risks 1",
              "Stale 0",
              "Healthy true",
              "ActiveFindings 0"),
          jvm.stdout().lines().skip(1).toList());
      assertTrue(jvm.stdout().startsWith("report O1 lock-order (likely): "), jvm::everything);
    }
  }

  @Test
  void saysSoIfThereIsMoreThanItMayKeep() throws Exception {
    try (ForkedJvm jvm = start("run", OrderTranscript.class, ",order-limit=100", "30")) {
      assertEquals(0, jvm.awaitExit(END), jvm::everything);
      assertTrue(jvm.stdout().contains("Degraded true"), jvm::everything);
      assertFalse(jvm.stdout().contains("Risks 0"), "what was seen before stays");
    }
  }

  private ForkedJvm run(String name, String options) throws Exception {
    ForkedJvm jvm = start(name, TwoMonitors.class, options);
    assertEquals(0, jvm.awaitExit(END), jvm::everything);
    assertEquals("", jvm.stderr());
    return jvm;
  }

  private ForkedJvm start(String name, Class<?> program, String options, String... arguments)
      throws Exception {
    return ForkedJvm.on(Jdks.running(), "baseline/" + test + "/" + name)
        .program(program.getName(), arguments)
        .agentWithFiles(options)
        .start();
  }
}
