package io.standstill.benchmarks;

import io.standstill.benchmarks.load.SoakLoad;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs a database, a web server and pools under load, under the agent, and fails if anything is
 * found that is more than {@code possible}: {@code java -cp benchmarks.jar
 * io.standstill.benchmarks.Soak SECONDS [AGENT JAR]}. The Java that runs this is the one that is
 * tried.
 */
public final class Soak {
  private Soak() {}

  /** Ends with status 1 if a finding is above {@code possible}, or if the load fails. */
  public static void main(String[] arguments) throws Exception {
    Path agent =
        arguments.length > 1
            ? Path.of(arguments[1]).toAbsolutePath()
            : Benchmarks.jar()
                .resolve("../../../../agent/bundle/target/standstill.jar")
                .normalize();
    // The agent makes this file when it starts: without it, nothing was watched.
    Path findings = Files.createTempDirectory("soak").resolve("findings.json");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process load =
        new Jvm(java, agent)
            .start(
                true,
                List.of("-Xmx512m", "-Dstandstill.findings=" + findings),
                SoakLoad.class,
                arguments[0]);
    load.getOutputStream().close(); // The loads take orders for more rounds: there are none.
    int lines = count(load);
    int status = load.waitFor();
    List<String> found = Files.readAllLines(findings);
    List<String> serious =
        found.stream().filter(line -> !line.contains("\"certainty\":\"possible\"")).toList();
    found.forEach(System.out::println);
    System.out.printf(
        Locale.ROOT,
        "Java %s, %s s: %d rounds, %d findings, %d of them above possible, exit status %d%n",
        System.getProperty("java.version"),
        arguments[0],
        lines,
        found.size(),
        serious.size(),
        status);
    Files.delete(findings);
    System.exit(serious.isEmpty() && status == 0 ? 0 : 1);
  }

  /** Each round of a load ends with a line. */
  private static int count(Process load) throws Exception {
    int lines = 0;
    try (BufferedReader output = Jvm.lines(load)) {
      while (output.readLine() != null) {
        lines++;
      }
    }
    return lines;
  }
}
