package io.standstill.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that runs until its input ends, as it does when the test's JVM ends. */
final class Bystander {
  private Bystander() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Goes on.
    }
  }

  /** Starts it in another JVM, and returns when that is up. */
  static Process start(String... jvmOptions) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UsePerfData");
    command.add("--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED");
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-cp", classes(), Bystander.class.getName(), "secret-argument"));
    Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    process.getInputStream().read();
    return process;
  }

  private static String classes() {
    try {
      return Path.of(Bystander.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
