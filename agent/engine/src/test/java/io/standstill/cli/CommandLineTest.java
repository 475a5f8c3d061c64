package io.standstill.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.options.Option;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  @TempDir static Path directory;

  @Test
  void printsItsUsageWhenNothingIsAsked() throws Exception {
    Ran ran = Ran.command(directory);

    assertEquals(0, ran.status());
    assertEquals("", ran.err());
    assertTrue(ran.out().contains("attach PID [OPTIONS]"), ran::out);
    assertTrue(ran.out().contains("Exit status:"), ran::out);
    for (Option<?> option : Option.values()) {
      assertTrue(ran.out().contains("  " + option.key() + "=" + option.form()), option::key);
    }
    ran.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void printsTheVersionOfItsJar() throws Exception {
    assertEquals(new Ran(0, "standstill 1.2.3\n", ""), Ran.command(directory, "--version"));
  }

  @Test
  void namesTheNearestCommand() throws Exception {
    assertEquals(
        new Ran(2, "", "standstill: unknown command \"atach\"; did you mean \"attach\"?\n"),
        Ran.command(directory, "atach", "12"));
    assertEquals(
        new Ran(2, "", "standstill: unknown command \"--verison\"; did you mean \"--version\"?\n"),
        Ran.command(directory, "--verison"));
    assertEquals(
        new Ran(
            2,
            "",
            "standstill: unknown command \"dance\"; try \"attach\", \"--version\" or"
                + " \"--help\"\n"),
        Ran.command(directory, "dance"));
  }

  @Test
  void saysThatAPairNeedsNoDashes() throws Exception {
    assertEquals(
        new Ran(2, "", "standstill: unknown option \"--findings=f\"; write it as findings=f\n"),
        Ran.command(directory, "attach", "12", "--findings=f"));
  }

  @Test
  void checksOptionsBeforeItLooksForTheProcess() throws Exception {
    assertEquals(
        new Ran(2, "", "standstill: unknown option \"finding\"; did you mean \"findings\"?\n"),
        Ran.command(directory, "attach", "999999999999", "finding=f"));
  }

  @Test
  void asksForTheProcessThatOptionsAreFor() throws Exception {
    assertEquals(
        new Ran(
            2,
            "",
            "standstill: attach needs a process id in front of the options; attach alone lists"
                + " the JVMs\n"),
        Ran.command(directory, "attach", "findings=f"));
  }

  @Test
  void refusesToAttachToItself() throws Exception {
    long self = ProcessHandle.current().pid();
    Ran ran = Ran.command(directory, "attach", Long.toString(self));

    assertEquals(2, ran.status());
    assertTrue(
        ran.err().startsWith("standstill: process " + self + " is this very command; "), ran::err);
    assertFalse(Ran.command(directory, "attach").out().contains(self + "  "));
  }
}
