package io.standstill.it.builds;

import io.standstill.it.ForkedJvm;
import io.standstill.it.Jdk;
import io.standstill.it.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One of the projects, built by Maven in a process of its own, in a copy of its directory.
 *
 * @param directory the copy
 * @param status the exit status of Maven
 * @param took how long it ran
 * @param output all that it said
 */
record MavenBuild(Path directory, int status, Duration took, String output) {
  private static final long PATIENCE_SECONDS = 240;

  /** These builds are over before Maven's own code, once optimised, would be of use. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /**
   * Builds a project.
   *
   * @param variant tells this build from others of the same project
   * @param arguments goals and options
   */
  static MavenBuild run(String project, Jdk jdk, String variant, String... arguments)
      throws Exception {
    Path root = Path.of(LocalRepository.told("standstill.it.root")).toRealPath();
    Path sources = root.resolve("integration-tests/projects");
    Path work = LocalRepository.get().resolveSibling(project + "-" + variant + "-" + jdk.feature());
    Workshop.empty(work);
    Files.copy(sources.resolve("pom.xml"), work.resolve("pom.xml"));
    copy(sources.resolve(project), work.resolve(project));
    return start(work.resolve(project), jdk, arguments);
  }

  /** Builds the same copy once more. */
  MavenBuild again(Jdk jdk, String... arguments) throws Exception {
    return start(directory, jdk, arguments);
  }

  private static MavenBuild start(Path project, Jdk jdk, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(LocalRepository.told("standstill.it.maven"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + LocalRepository.get()));
    command.add("-Dstandstill.version=" + LocalRepository.version());
    command.addAll(List.of(arguments));
    Path log = project.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    builder.environment().keySet().removeIf(ForkedJvm::changesTheJvm);
    builder.environment().put("JAVA_HOME", jdk.home().toString());
    builder.environment().put("MAVEN_OPTS", QUICK);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    if (!ended) {
      throw new AssertionError("still builds after " + PATIENCE_SECONDS + " s: " + output);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new MavenBuild(project, process.exitValue(), took, output);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(path -> !path.startsWith(from.resolve("target"))).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** {@code Class.test} of each test whose report says that it failed for a deadlock. */
  Set<String> failedForFindings(String reports) throws Exception {
    return failedFor("DeadlockFoundError", reports);
  }

  /** {@code Class.test} of each test whose report says that it failed for this error. */
  Set<String> failedFor(String error, String reports) throws Exception {
    Map<String, String> said = reports(reports);
    said.values().removeIf(text -> !text.contains(error));
    return said.keySet();
  }

  /** What the report says of each test, by {@code Class.test}; empty of one that passed. */
  Map<String, String> reports(String directoryName) throws Exception {
    Map<String, String> said = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(directory.resolve("target").resolve(directoryName))) {
      files = all.filter(file -> file.getFileName().toString().matches("TEST-.*[.]xml")).toList();
    }
    for (Path file : files) {
      NodeList tests =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("testcase");
      for (int i = 0; i < tests.getLength(); i++) {
        Element test = (Element) tests.item(i);
        String type = test.getAttribute("classname").replaceFirst(".*[.]", "");
        said.merge(type + "." + test.getAttribute("name"), test.getTextContent(), String::concat);
      }
    }
    return said;
  }

  /**
   * What it said, between the start of the tests and their results, but for the JVM's own words.
   */
  String saidWhileTesting() {
    int from = output.indexOf(" T E S T S");
    int to = output.indexOf("Results:");
    StringBuilder said = new StringBuilder();
    output
        .substring(from, to)
        .lines()
        .skip(2)
        .filter(line -> !line.matches("\\[(INFO|WARNING)\\].*|WARNING: .*|"))
        .forEach(line -> said.append(line).append('\n'));
    return said.toString();
  }
}
