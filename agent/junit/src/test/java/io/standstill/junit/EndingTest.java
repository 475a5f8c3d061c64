package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

  /** The status of a JVM that has got the signal KILL. */
  private static final int KILLED = 128 + 9;

  private static final String STUCK_HOOK = "a shutdown hook that never ends";

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

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22, disabledReason = "earlier JDKs are tested with more")
  void endsAlsoWhereAShutdownHookIsStuck() throws Exception {
    assertEnds(Ending.STATUS, STUCK_HOOK);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later JDKs have no security managers")
  @DisabledOnOs(OS.WINDOWS)
  void isKilledWhereAShutdownHookIsStuckToo() throws Exception {
    assertEnds(KILLED, "exitVM", "setSecurityManager", STUCK_HOOK);
  }

  /**
   * @param hindrances how the names of the permissions begin that nobody has, and a stuck hook
   */
  private static void assertEnds(int status, String... hindrances) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
    if (List.of(hindrances).contains("exitVM")) {
      command.add("-Djava.security.manager=allow");
    }
    command.add(Program.class.getName());
    command.addAll(List.of(hindrances));
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
    public static void main(String[] hindrances) throws Exception {
      if (List.of(hindrances).contains(STUCK_HOOK)) {
        Runtime.getRuntime().addShutdownHook(new Thread(EndingTest::neverEnd));
      }
      if (List.of(hindrances).contains("exitVM")) {
        System.setSecurityManager(new Forbidding(hindrances));
      }
      OwnThread.start("watch", () -> Ending.ofThisJvm("the run cannot go on"));
      Thread.currentThread().join();
    }
  }

  private static void neverEnd() {
    while (true) {
      LockSupport.park();
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
