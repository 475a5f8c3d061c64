package verdicts;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** A child process that writes so many bytes, and then waits for the end of its input. */
public final class Chatter {
  private Chatter() {}

  /** Its arguments: how many bytes of output, and of error output. */
  public static void main(String[] arguments) throws IOException {
    chat(System.out, Integer.parseInt(arguments[0]));
    chat(System.err, Integer.parseInt(arguments[1]));
    System.in.transferTo(System.out);
  }

  private static void chat(PrintStream listener, int bytes) {
    listener.print("x".repeat(bytes));
    listener.flush();
  }

  /** What starts one. */
  public static ProcessBuilder of(int output, int errors) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Chatter.class.getName(),
        Integer.toString(output),
        Integer.toString(errors));
  }
}
