package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Permission;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** How a JVM ends, in one of its own. */
class EndingTest {
  private static final long PATIENCE_SECONDS = 60;

  @Test
  void writesTheReportAndEndsWithItsStatus() throws Exception {
    assertEnds("-Dfile.encoding=UTF-8");
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later JDKs have no security managers")
  void endsAlsoWhereTestsMustNotEndTheJvm() throws Exception {
    assertEnds("-Djava.security.manager=allow");
  }

  private static void assertEnds(String flag) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                flag,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it still runs");
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(said.contains("the run cannot go on"), said);
      assertEquals(Ending.STATUS, process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }

  static final class Program {
    @SuppressWarnings("removal")
    public static void main(String[] none) throws Exception {
      if (System.getProperty("java.security.manager") != null) {
        System.setSecurityManager(new NoExit());
      }
      OwnThread.start("watch", () -> Ending.ofThisJvm("the run cannot go on"));
      Thread.currentThread().join();
    }
  }

  /** As libraries have it that test whether a program would end the JVM. */
  @SuppressWarnings("removal")
  private static final class NoExit extends SecurityManager {
    @Override
    public void checkPermission(Permission permission) {
      if (permission.getName().startsWith("exitVM")) {
        throw new SecurityException("no exit");
      }
    }
  }
}
