package io.standstill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the process that a user means, and refuses those that cannot be attached to. This is more
 * than courtesy: to attach is to send a signal that ends a process which is no JVM.
 */
final class Target {
  private static final int LISTED = 5;

  private final List<Jvm> known;

  private Target(List<Jvm> known) {
    this.known = known;
  }

  /**
   * The JVM with this process id.
   *
   * @param typed what the user typed
   * @param known the JVMs of this user
   * @throws CommandException if there is none, or it cannot be attached to
   */
  static Jvm of(String typed, List<Jvm> known) {
    return new Target(known).find(typed);
  }

  private Jvm find(String typed) {
    long pid = number(typed);
    if (pid == ProcessHandle.current().pid()) {
      throw CommandException.usage("process " + pid + " is this very command; " + nearest());
    }
    for (Jvm jvm : known) {
      if (jvm.pid() == pid) {
        return jvm;
      }
    }
    ProcessHandle process =
        ProcessHandle.of(pid)
            .orElseThrow(
                () -> CommandException.failed("there is no process " + pid + "; " + nearest()));
    checkOwner(process);
    checkIsJvm(process);
    return new Jvm(pid, Jvm.UNKNOWN);
  }

  private long number(String typed) {
    if (typed.matches("[0-9]{1,18}")) {
      return Long.parseLong(typed);
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    for (Jvm jvm : known) {
      if (jvm.mainClass().toLowerCase(Locale.ROOT).contains(wanted)) {
        throw CommandException.usage(
            "\"" + typed + "\" is no process id; did you mean " + jvm.pid() + " ("
                + jvm.mainClass() + ")?");
      }
    }
    throw CommandException.usage("\"" + typed + "\" is no process id; " + nearest());
  }

  private static void checkOwner(ProcessHandle process) {
    String owner = process.info().user().orElse(null);
    String user = ProcessHandle.current().info().user().orElse(null);
    if (owner != null && user != null && !owner.equals(user) && !user.equals("root")) {
      throw CommandException.failed(
          "process " + process.pid() + " belongs to " + owner + ", not to " + user
              + "; run this command as " + owner);
    }
  }

  /** Where the system shows what a process has loaded, it must have loaded a JVM. */
  private void checkIsJvm(ProcessHandle process) {
    Path maps = Path.of("/proc", Long.toString(process.pid()), "maps");
    if (!Files.isReadable(maps)) {
      return;
    }
    try (Stream<String> lines = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
      if (lines.noneMatch(line -> line.contains("libjvm"))) {
        String program =
            process.info().command().map(path -> " (" + Path.of(path).getFileName() + ")").orElse("");
        throw CommandException.failed(
            "process " + process.pid() + program + " is no JVM; " + nearest());
      }
    } catch (IOException | UncheckedIOException unreadable) {
      // Not shown after all; the attach itself will tell.
    }
  }

  private String nearest() {
    if (known.isEmpty()) {
      return "this user runs no other JVM that can be seen from here";
    }
    String some =
        known.stream()
            .limit(LISTED)
            .map(jvm -> jvm.pid() + " (" + jvm.mainClass() + ")")
            .collect(Collectors.joining(", "));
    int more = known.size() - LISTED;
    return "the JVMs of this user are " + some + (more > 0 ? " and " + more + " more" : "");
  }
}
