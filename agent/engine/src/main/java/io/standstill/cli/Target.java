package io.standstill.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the process that a user means, and refuses those that cannot be attached to. This is more
 * than courtesy: to attach is to send SIGQUIT, which ends a process that does not expect it. So
 * where it cannot be seen that a process is a JVM, it is left alone. None is sent to a JVM that
 * listens already, as it does from the start with {@code -Xrs}.
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
    ProcessHandle process =
        ProcessHandle.of(pid)
            .orElseThrow(
                () -> CommandException.failed("there is no process " + pid + "; " + nearest()));
    Jvm listed = known.stream().filter(jvm -> jvm.pid() == pid).findFirst().orElse(null);
    if (listed == null) {
      checkOwner(process);
    }
    LinuxProcess details = new LinuxProcess(pid);
    checkIsJvm(process, details, listed != null);
    Jvm target = listed != null ? listed : new Jvm(pid, Jvm.UNKNOWN);
    if (!details.handlesQuit().orElse(true) && !details.listens()) {
      throw CommandException.failed(
          target
              + " does not handle the signal that an attach sends, and would be ended by it; was it"
              + " started with -Xrs and -XX:+DisableAttachMechanism?");
    }
    return target;
  }

  private long number(String typed) {
    if (typed.matches("[0-9]{1,18}")) {
      return Long.parseLong(typed);
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    for (Jvm jvm : known) {
      if (jvm.mainClass().toLowerCase(Locale.ROOT).contains(wanted)) {
        throw CommandException.usage(
            "\""
                + typed
                + "\" is no process id; did you mean "
                + jvm.pid()
                + " ("
                + jvm.mainClass()
                + ")?");
      }
    }
    throw CommandException.usage("\"" + typed + "\" is no process id; " + nearest());
  }

  private static void checkOwner(ProcessHandle process) {
    String owner = process.info().user().orElse(null);
    String user = ProcessHandle.current().info().user().orElse(null);
    if (owner != null && user != null && !owner.equals(user) && !user.equals("root")) {
      throw CommandException.failed(
          "process "
              + process.pid()
              + " belongs to "
              + owner
              + ", not to "
              + user
              + "; run this command as "
              + owner);
    }
  }

  private void checkIsJvm(ProcessHandle process, LinuxProcess details, boolean listed) {
    boolean linux = System.getProperty("os.name").equals("Linux");
    if (!details.hasJvm().orElse(listed || !linux)) {
      String program =
          process.info().command().map(path -> " (" + Path.of(path).getFileName() + ")").orElse("");
      String what = details.hasJvm().isPresent() ? " is no JVM" : " cannot be seen to be a JVM";
      throw CommandException.failed("process " + process.pid() + program + what + "; " + nearest());
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
