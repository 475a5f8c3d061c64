package io.standstill.cli;

import io.standstill.options.Option;
import io.standstill.report.JarVersion;
import java.io.File;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What stands above the commands: usage and version. */
@Command(
    name = "standstill",
    header = "Standstill tells why a JVM stands still.%n",
    customSynopsis = {
      "java -javaagent:standstill.jar[=OPTIONS] ...         watch a JVM from its start",
      "       java -jar standstill.jar attach                      list the JVMs of this user",
      "       java -jar standstill.jar attach PID [OPTIONS]        watch a running JVM",
      "       java -jar standstill.jar --version | --help%n"
    },
    mixinStandardHelpOptions = true)
final class StandstillCommand implements Runnable {
  private static final int WIDTH = 100;
  private static final String INDENT = "        ";

  @Spec private CommandSpec spec;

  private StandstillCommand() {}

  /** A parser for all commands. */
  static picocli.CommandLine parser(File agentJar, PrintWriter out) {
    picocli.CommandLine parser = new picocli.CommandLine(new StandstillCommand());
    parser.addSubcommand(new AttachCommand(agentJar, out));
    parser.setUnmatchedOptionsArePositionalParams(true);
    parser.setExpandAtFiles(false);
    CommandSpec spec = parser.getCommandSpec();
    spec.version("standstill " + JarVersion.of(agentJar));
    spec.usageMessage().width(WIDTH);
    spec.usageMessage().footer(footer());
    return parser;
  }

  private static String[] footer() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("OPTIONS are key=value pairs separated by commas, or @FILE for the pairs in a file:");
    for (Option<?> option : Option.values()) {
      lines.add("  " + option.key() + "=" + option.form());
      lines.addAll(indented(option.description()));
    }
    lines.add("");
    lines.add("Exit status:");
    lines.add("  0  done");
    lines.add("  1  the process cannot be watched, or is watched already; nothing was changed");
    lines.add("  2  the command or an option is wrong; no process was touched");
    return lines.toArray(String[]::new);
  }

  private static List<String> indented(String words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(INDENT);
    for (String word : words.split(" ")) {
      if (line.length() + word.length() > WIDTH - 2) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
      }
      line.append(line.length() == INDENT.length() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
