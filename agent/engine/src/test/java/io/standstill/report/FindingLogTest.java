package io.standstill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FindingLogTest {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  @Test
  void headsAReportWithTimeLevelAndLogger() {
    Finding finding = Findings.transfer("D1");
    FindingLog.to(file).on(finding);

    String head = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)";
    String text = file.toString(StandardCharsets.UTF_8);
    String firstLine = text.substring(0, text.indexOf('\n'));
    assertTrue(
        firstLine.matches(head + " ERROR io\\.standstill - D1 deadlock \\(certain\\): .*"),
        firstLine);
    assertTrue(text.endsWith(FindingText.of(finding) + "\n"), text);
  }

  @Test
  void givesEachCaseItsLevel() {
    FindingLog log = FindingLog.to(file);
    log.on(Findings.finding("D1", Certainty.LIKELY, 0, null));
    log.on(Findings.transfer("D2").resolved(Findings.TIME, 5));
    log.warn("100 {} percent");

    String text = file.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains(" WARN  io.standstill - D1 "), text);
    assertTrue(text.contains(" INFO  io.standstill - D2 deadlock resolved"), text);
    assertTrue(text.contains(" WARN  io.standstill - 100 {} percent\n"), text);
  }

  @Test
  void touchesNeitherStandardStreamObjectNorTheStaticLoggers() throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try (PrintStream trap = new PrintStream(seen, true, StandardCharsets.UTF_8)) {
      System.setOut(trap);
      System.setErr(trap);
      FindingLog.to(file).on(Findings.transfer("D1"));
      FindingLog.toStandardError().info("a test writes this line to descriptor 2");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertEquals("", seen.toString(StandardCharsets.UTF_8));
    var state = org.slf4j.LoggerFactory.class.getDeclaredField("INITIALIZATION_STATE");
    state.setAccessible(true);
    assertEquals(0, state.getInt(null), "SLF4J's static binding was started");
  }

  @Test
  void fallsBackToStandardErrorWhenTheFileFails() {
    FindingLog log = FindingLog.to(FindingJsonTest.fullDisk());
    assertEquals(0, log.problems().size());

    log.info("a test writes this line to descriptor 2, since a log file fails");

    assertEquals(1, log.problems().size());
    assertTrue(log.problems().get(0).endsWith("No space left on device"), log.problems()::toString);
    assertFalse(log.problems().get(0).contains("\n"));
  }
}
