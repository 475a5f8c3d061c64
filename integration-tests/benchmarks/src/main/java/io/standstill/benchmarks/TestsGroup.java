package io.standstill.benchmarks;

import io.standstill.benchmarks.Rounds.Leg;
import io.standstill.benchmarks.load.TestSuite;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Thousands of short tests of a library, in a JVM of their own: from the start of the process until
 * it has ended, and its processor time. With the JUnit extension, and the agent either started with
 * the JVM or attached by the extension.
 */
final class TestsGroup implements Group {
  private static final String TESTS = "commons-collections4-4.5.0-tests.jar";

  /**
   * The names of the classes, by what is said of them: a run of seconds, and all that need neither
   * EasyMock nor files that are not in the jar.
   */
  private static final Map<String, String> SUITES =
      new TreeMap<>(
          Map.of(
              "five packages", ".*collections4[.](bag|comparators|list|queue|set)[.].*Test",
              "whole suite",
                  "(?!.*([.]properties[.]|(Collection|Iterator)UtilsTest|NodeListIter|AllPred)).*Test"));

  /** Where the tests look for files, from their working directory. */
  private static final String RESOURCES = "src/test/resources";

  /**
   * Some of the tests.
   *
   * @param title what is said of them
   * @param classes a pattern of the names of their classes
   * @param jars where they are, with what they need
   * @param directory where they run
   */
  private record Suite(String title, String classes, Path jars, Path directory) {}

  /** The runs of one way to start the agent. */
  private record Way(String name, Rounds wall, Rounds processor) {
    Way(String name) {
      this(name, new Rounds(), new Rounds());
    }

    void add(Leg leg, double[] times) {
      wall.add(leg, times[0]);
      processor.add(leg, times[1]);
    }
  }

  @Override
  public void run(Jvm jvm, int rounds, PrintStream table) throws Exception {
    table.println(
        "| tests of commons-collections | off, ms | on, ms | on - off, ms | on/off | off/off |");
    table.println("|---|---:|---:|---:|---:|---:|");
    Path jars = Benchmarks.jar().resolveSibling("tests");
    Path directory = Files.createTempDirectory("standstill-tests");
    unpack(jars.resolve(TESTS), directory.resolve(RESOURCES));
    for (Map.Entry<String, String> suite : SUITES.entrySet()) {
      run(jvm, rounds, new Suite(suite.getKey(), suite.getValue(), jars, directory), table);
    }
  }

  private static void run(Jvm jvm, int rounds, Suite suite, PrintStream table) throws Exception {
    Way started = new Way(suite.title() + ", `-javaagent`");
    Way attached = new Way(suite.title() + ", attached");
    for (int round = 0; round < rounds; round++) {
      for (Leg leg : Rounds.order(round)) {
        if (leg.withAgent()) {
          started.add(leg, times(jvm, suite, true, List.of(jvm.agentOption())));
          attached.add(leg, times(jvm, suite, true, List.of()));
        } else {
          double[] without = times(jvm, suite, false, List.of());
          started.add(leg, without);
          attached.add(leg, without);
        }
      }
    }
    for (Way way : List.of(started, attached)) {
      print(table, way.name() + ", wall clock", way.wall());
      print(table, way.name() + ", processor time", way.processor());
    }
  }

  /** Milliseconds on the wall, and of the processors. */
  private static double[] times(Jvm jvm, Suite suite, boolean on, List<String> options)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(jvm.java().toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(suite.jars(), on ? jvm.agent() : null)));
    command.addAll(
        List.of(
            TestSuite.class.getName(), suite.jars().resolve(TESTS).toString(), suite.classes()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(suite.directory().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> output = Jvm.output(process);
    double wall = (System.nanoTime() - start) / 1e6;
    String last = output.isEmpty() ? "" : output.get(output.size() - 1);
    if (!last.matches("tests [1-9]\\d* cpu \\d+")) {
      throw new IllegalStateException("the tests said " + output);
    }
    return new double[] {wall, Double.parseDouble(last.split(" ")[3])};
  }

  /**
   * The tests and what they need.
   *
   * @param agent the agent's jar, which the extension attaches; null for neither of them
   */
  private static String classPath(Path jars, Path agent) throws IOException {
    List<String> path = new ArrayList<>(List.of(Benchmarks.jar().toString()));
    try (Stream<Path> all = Files.list(jars)) {
      all.filter(jar -> agent != null || !jar.getFileName().toString().startsWith("standstill-"))
          .sorted()
          .forEach(jar -> path.add(jar.toString()));
    }
    if (agent != null) {
      path.add(agent.toString());
    }
    return String.join(File.pathSeparator, path);
  }

  private static void unpack(Path jar, Path directory) throws IOException {
    try (JarFile tests = new JarFile(jar.toFile())) {
      for (JarEntry entry :
          tests.stream().filter(file -> file.getName().endsWith(".obj")).toList()) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream in = tests.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
  }

  private static void print(PrintStream table, String title, Rounds results) {
    double off = results.median(Leg.OFF);
    double on = results.median(Leg.ON);
    table.printf(
        "| %s | %.0f | %.0f | %+.0f | %s | %s |%n",
        title, off, on, on - off, results.ratio(Leg.ON), results.ratio(Leg.OFF_AGAIN));
  }
}
