package io.standstill.cli;

import io.standstill.options.Nearest;
import io.standstill.options.OptionException;
import java.io.File;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs what was typed behind {@code java -jar standstill.jar}. */
public final class CommandLine {
  private static final List<String> COMMANDS = List.of("attach", "--version", "--help");

  private CommandLine() {}

  /** Runs the command and ends this JVM with its exit status. */
  public static void run(String[] arguments, File agentJar) {
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    System.exit(execute(arguments, agentJar, out, err));
  }

  static int execute(String[] arguments, File agentJar, PrintWriter out, PrintWriter err) {
    picocli.CommandLine parser = StandstillCommand.parser(agentJar, out);
    parser.setOut(out);
    parser.setErr(err);
    parser.setParameterExceptionHandler(
        (wrong, typed) -> {
          err.println("standstill: " + words(wrong));
          return ExitStatus.USAGE;
        });
    parser.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, err));
    return parser.execute(arguments);
  }

  private static int tell(Exception failure, PrintWriter err) throws Exception {
    if (failure instanceof CommandException wrong) {
      err.println(wrong.getMessage());
      return wrong.status();
    }
    if (failure instanceof OptionException wrong) {
      err.println(wrong.getMessage());
      return ExitStatus.USAGE;
    }
    throw failure; // A defect of ours, which deserves its stack trace.
  }

  private static String words(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().get(0);
      String nearest = Nearest.to(typed, COMMANDS);
      String words = "unknown command \"" + typed + "\"";
      return nearest != null
          ? words + "; did you mean \"" + nearest + "\"?"
          : words + "; try \"attach\", \"--version\" or \"--help\"";
    }
    return wrong.getMessage().replaceAll("\\p{Cntrl}+", " ");
  }
}
