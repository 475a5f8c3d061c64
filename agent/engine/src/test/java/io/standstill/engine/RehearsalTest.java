package io.standstill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.Finding;
import io.standstill.report.FindingJson;
import io.standstill.report.FindingLog;
import io.standstill.report.Findings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void leavesNoClassToLoadForTheFirstReport() throws Exception {
    List<String> lines = linesOfFreshJvm();

    int rehearsed = lines.indexOf("rehearsed");
    int reported = lines.indexOf("reported");
    assertTrue(rehearsed > 0 && rehearsed < reported, lines::toString);
    assertEquals(List.of(), lines.subList(rehearsed + 1, reported));
  }

  /** They are large, and of no use for numbers that are written the same everywhere. */
  @Test
  void loadsNoLocaleData() throws Exception {
    List<String> lines = linesOfFreshJvm();

    assertTrue(lines.contains("reported"), lines::toString);
    assertEquals(List.of(), lines.stream().filter(line -> line.contains("sun.util.cldr")).toList());
  }

  private static List<String> linesOfFreshJvm() throws IOException {
    Process fresh =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                FirstReport.class.getName())
            .redirectError(Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(fresh.getInputStream(), StandardCharsets.UTF_8))) {
      return out.lines().toList();
    }
  }

  /** Rehearses, then reports. */
  static final class FirstReport {
    private FirstReport() {}

    public static void main(String[] arguments) {
      Finding finding = Findings.transfer("D1");
      FindingLog log = FindingLog.toStandardError();
      FindingJson json = new FindingJson(OutputStream.nullOutputStream(), log::warn);
      Rehearsal.run();
      System.out.println("rehearsed");
      log.on(finding);
      json.on(finding);
      System.out.println("reported");
    }
  }
}
