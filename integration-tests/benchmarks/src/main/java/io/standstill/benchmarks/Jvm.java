package io.standstill.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM under test.
 *
 * @param java its launcher
 * @param agent the agent's jar
 */
record Jvm(Path java, Path agent) {
  /** The option that turns the agent on, as it is without options of its own. */
  String agentOption() {
    return agentOption("");
  }

  /**
   * The same with options for the agent.
   *
   * @param options separated by commas; empty for none
   */
  String agentOption(String options) {
    return "-javaagent:" + agent + (options.isEmpty() ? "" : "=" + options);
  }

  /** Starts a main class of this class path; standard error goes where ours goes. */
  Process start(boolean withAgent, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    if (withAgent) {
      command.add(agentOption());
    }
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The rest of the output of a process that ends well. */
  static List<String> output(Process process) throws IOException, InterruptedException {
    List<String> lines = lines(process).lines().toList();
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(
          "exit status " + status + " of " + process.info().commandLine().orElse("a JVM"));
    }
    return lines;
  }

  static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
