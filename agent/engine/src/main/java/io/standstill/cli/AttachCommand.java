package io.standstill.cli;

import io.standstill.options.OptionParser;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Begins to watch a running JVM. The options are checked here first: what is wrong shall not touch
 * the other process.
 */
@Command(
    name = "attach",
    description = "Watches a running JVM; without a PID, lists the JVMs of this user.")
final class AttachCommand implements Callable<Integer> {
  private final File agentJar;
  private final PrintWriter out;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PID", description = "Process id.")
  private String pid;

  @Parameters(
      index = "1..*",
      paramLabel = "OPTIONS",
      description = "key=value pairs, separated by commas or spaces.")
  private List<String> pairs = List.of();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  AttachCommand(File agentJar, PrintWriter out) {
    this.agentJar = agentJar;
    this.out = out;
  }

  @Override
  public Integer call() {
    if (pid != null && (pid.startsWith("@") || pid.indexOf('=') >= 0)) {
      throw CommandException.usage(
          "attach needs a process id in front of the options; attach alone lists the JVMs");
    }
    for (String pair : pairs) {
      if (pair.startsWith("-")) {
        throw CommandException.usage(
            "unknown option \"" + pair + "\"; write it as " + pair.replaceFirst("^-+", ""));
      }
    }
    String argument = OptionParser.absolute(String.join(",", pairs), Path.of("").toAbsolutePath());
    if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
      throw CommandException.failed(
          "the Java in "
              + System.getProperty("java.home")
              + " lacks the module jdk.attach; use the java of a JDK");
    }
    if (pid == null) {
      list(RunningJvms.ofThisUser());
    } else {
      Jvm target = Target.of(pid, RunningJvms.ofThisUser());
      out.println("standstill: " + target + ": " + Attachment.to(target, agentJar, argument));
    }
    return ExitStatus.DONE;
  }

  private void list(List<Jvm> jvms) {
    if (jvms.isEmpty()) {
      out.println("This user runs no other JVM that can be seen from here.");
      return;
    }
    int width = Long.toString(jvms.get(jvms.size() - 1).pid()).length();
    for (Jvm jvm : jvms) {
      out.println(("%" + width + "d  %s").formatted(jvm.pid(), jvm.mainClass()));
    }
    out.println();
    out.println("To watch one of them: java -jar " + agentJar.getName() + " attach PID [OPTIONS]");
  }
}
