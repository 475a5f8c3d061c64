package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;

/** How a JVM ends, in one of its own. */
class EndingTest {
  private static final long PATIENCE_SECONDS = 60;

  /** The status of a JVM that has got the signal TERM. */
  private static final int TERMINATED = 128 + 15;

  @Test
  void writesTheReportAndEndsWithItsStatus() throws Exception {
    assertEnds(Ending.STATUS);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later JDKs have no security managers")
  void endsAlsoWhereTestsMustNotEndTheJvm() throws Exception {
    assertEnds(Ending.STATUS, "exitVM");
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later JDKs have no security managers")
  @DisabledOnOs(OS.WINDOWS)
  void endsAsIfKilledWhereTheSecurityManagerStays() throws Exception {
    assertEnds(TERMINATED, "exitVM", "setSecurityManager");
  }

  /**
   * @param forbidden how the names of the permissions begin that nobody has
   */
  private static void assertEnds(int status, String... forbidden) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
    if (forbidden.length > 0) {
      command.add("-Djava.security.manager=allow");
    }
    command.add(Program.class.getName());
    command.addAll(List.of(forbidden));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it still runs");
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(said.contains("the run cannot go on"), said);
      assertEquals(status, process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }

  static final class Program {
    @SuppressWarnings("removal")
    public static void main(String[] forbidden) throws Exception {
      if (forbidden.length > 0) {
        System.setSecurityManager(new Forbidding(forbidden));
      }
      OwnThread.start("watch", () -> Ending.ofThisJvm("the run cannot go on"));
      Thread.currentThread().join();
    }
  }

  /** As libraries have it that test whether a program would end the JVM. */
  @SuppressWarnings("removal")
  private static final class Forbidding extends SecurityManager {
    private final String[] forbidden;

    Forbidding(String... forbidden) {
      this.forbidden = forbidden;
    }

    @Override
    public void checkPermission(Permission permission) {
      for (String name : forbidden) {
        if (permission.getName().startsWith(name)) {
          throw new SecurityException("no " + name);
        }
      }
    }
  }
}
