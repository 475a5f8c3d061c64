package io.standstill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Attaches to a JVM of its own making. */
class AttachTest {
  @TempDir static Path directory;

  private Process bystander;
  private String pid;

  @BeforeEach
  void start() throws IOException {
    bystander = Bystander.start();
    pid = Long.toString(bystander.pid());
  }

  @AfterEach
  void stop() throws InterruptedException {
    bystander.destroyForcibly().waitFor();
  }

  @Test
  void listsTheJvmsOfThisUserWithoutTheirArguments() throws Exception {
    Ran ran = Ran.command(directory, "attach");

    assertEquals(0, ran.status());
    assertTrue(ran.out().contains(pid + "  io.standstill.cli.Bystander\n"), ran::out);
    assertFalse(ran.out().contains("secret-argument"), ran::out);
  }

  @Test
  void printsWhatTheAgentAnswersAndRefusesASecondTime() throws Exception {
    String named = "standstill: process " + pid + " (io.standstill.cli.Bystander)";
    String here = Path.of("").toAbsolutePath().toString();

    assertEquals(
        new Ran(0, named + ": got findings=" + here + "/f.json,interval=2s\n", ""),
        Ran.command(directory, "attach", pid, "findings=f.json,", "interval=2s"));
    assertEquals(
        new Ran(
            1,
            "",
            named + " is already watched (since 2026-11-20T12:00:00Z); nothing was changed\n"),
        Ran.command(directory, "attach", pid));
    assertTrue(bystander.isAlive());
  }

  @Test
  void sendsThePairsOfAnOptionFileNotItsName() throws Exception {
    Path file = Files.writeString(directory.resolve("opts"), "# ours\ninterval=2s\nexclude=a.*");

    Ran ran = Ran.command(directory, "attach", pid, "@" + file);

    assertTrue(ran.out().endsWith(": got interval=2s,exclude=a.*\n"), ran::toString);
  }

  @Test
  void tellsThatTheAgentRefused() throws Exception {
    assertEquals(
        new Ran(
            1,
            "",
            "standstill: process "
                + pid
                + " (io.standstill.cli.Bystander): got"
                + " interval=1s\n"),
        Ran.command(directory, "attach", pid, "interval=1s"));
  }

  @Test
  void tellsInOneLineThatTheAgentFailed() throws Exception {
    Ran ran = Ran.command(directory, "attach", pid, "on-deadlock=halt");

    assertEquals(1, ran.status());
    assertEquals(1, ran.err().lines().count(), ran::err);
    assertTrue(ran.err().contains(" did not load the agent: "), ran::err);
    assertTrue(bystander.isAlive());
  }

  @Test
  void namesTheProcessThatANameWasMeantFor() throws Exception {
    assertEquals(
        new Ran(
            2,
            "",
            "standstill: \"bystander\" is no process id; did you mean "
                + pid
                + " (io.standstill.cli.Bystander)?\n"),
        Ran.command(directory, "attach", "bystander"));
  }

  @Test
  void listsWhatThereIsWhenAProcessDoesNotExist() throws Exception {
    Ran ran = Ran.command(directory, "attach", "999999999999");

    assertEquals(1, ran.status());
    assertTrue(
        ran.err().startsWith("standstill: there is no process 999999999999; the JVMs of this"),
        ran::err);
    assertEquals(1, ran.err().lines().count(), ran::err);
  }

  @Test
  void attachesToAJvmThatTheListDoesNotShow() throws Exception {
    Process hidden = Bystander.start("-XX:-UsePerfData");
    try {
      Ran ran = Ran.command(directory, "attach", Long.toString(hidden.pid()));
      assertEquals(new Ran(0, "standstill: process " + hidden.pid() + ": got \n", ""), ran);
    } finally {
      hidden.destroyForcibly().waitFor();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void attachesWithoutASignalToAJvmThatListensFromTheStart() throws Exception {
    Process listening = Bystander.start("-Xrs");
    try {
      Ran ran = Ran.command(directory, "attach", Long.toString(listening.pid()));

      String named = "standstill: process " + listening.pid() + " (io.standstill.cli.Bystander)";
      assertEquals(new Ran(0, named + ": got \n", ""), ran);
      assertTrue(listening.isAlive());
    } finally {
      listening.destroyForcibly().waitFor();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void sendsNoSignalToAJvmThatWouldBeEndedByIt() throws Exception {
    Process deaf = Bystander.start("-Xrs", "-XX:+DisableAttachMechanism");
    Path left = Path.of("/tmp/.java_pid" + deaf.pid()); // Of a killed JVM that had this number.
    Files.deleteIfExists(left);
    try {
      Ran ran = Ran.command(directory, "attach", Long.toString(deaf.pid()));

      assertEquals(1, ran.status());
      assertTrue(ran.err().contains("would be ended by it"), ran::err);
      assertTrue(deaf.isAlive());
    } finally {
      deaf.destroyForcibly().waitFor();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void sendsNoSignalToAProcessThatIsNoJvm() throws Exception {
    Process sleeping = new ProcessBuilder("sleep", "60").start();
    try {
      Ran ran = Ran.command(directory, "attach", Long.toString(sleeping.pid()));

      assertEquals(1, ran.status());
      assertTrue(
          ran.err().startsWith("standstill: process " + sleeping.pid() + " (sleep) is no JVM; "),
          ran::err);
      assertTrue(sleeping.isAlive());
    } finally {
      sleeping.destroyForcibly().waitFor();
    }
  }
}
