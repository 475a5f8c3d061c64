package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the script that runs samples does beside running them, in a tree of its own. */
@DisabledOnOs(OS.WINDOWS)
class SampleScriptIT {
  /** Notes where and how it was called. */
  private static final String NOTE = "(pwd -P; echo \"$@\") >>\"$(dirname \"$0\")/called\"";

  /** What the script reads, or asks for its age. */
  private static final List<String> SOURCES =
      List.of(
          "pom.xml",
          "agent/engine/pom.xml",
          "sample-apps/pom.xml",
          "sample-apps/run",
          "sample-apps/samples.txt");

  private static final String BUILD = "-q -B -DskipTests package -pl sample-apps -am";
  private static final String AGENT = "agent/bundle/target/standstill.jar";
  private static final String CLASSES = "sample-apps/target/classes";

  private final Path place;
  private final Path tree;
  private final Path log;

  SampleScriptIT(TestInfo test) throws IOException {
    place =
        Workshop.logs().resolve("samples").resolve(test.getTestMethod().orElseThrow().getName());
    tree = place.resolve("tree");
    log = place.resolve("said");
    Workshop.empty(place);
    Files.createDirectories(tree.resolve("sample-apps/src"));
    Files.createDirectories(tree.resolve("agent/engine/src/main"));
    for (String file : SOURCES) {
      Files.copy(Workshop.samples().resolveSibling(file), tree.resolve(file));
    }
  }

  @Test
  void listsTheSamplesIfNoneIsNamed() throws Exception {
    assertEquals(0, run(NOTE));
    String said = Files.readString(log);
    List<String> samples =
        Files.readAllLines(tree.resolve("sample-apps/samples.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertTrue(samples.size() >= 8, "few samples");
    for (String sample : samples) {
      String[] columns = sample.split(" *\\| *");
      String listed = "(?s).*\n  " + columns[0] + " +\\Q" + columns[4] + "\\E\n.*";
      assertTrue(said.matches(listed), () -> columns[0] + " is not listed: " + said);
    }
    assertEquals(List.of(), called());
  }

  @Test
  void buildsWhatIsMissingAndThenRunsTheSample() throws Exception {
    Path built = Workshop.samples().resolve("target/classes");
    String build = NOTE + copying(Workshop.jar(), AGENT) + copying(built, CLASSES);
    int status = run(build, "philosophers");
    String said = Files.readString(log);
    assertAll(
        said,
        () -> assertEquals(0, status),
        () -> assertTrue(said.startsWith("Building the agent and the samples...\n")),
        () -> assertTrue(said.contains("D1 deadlock (certain): ")),
        () -> assertEquals(List.of(tree.toRealPath().toString(), BUILD), called()));
  }

  @Test
  void buildsWhatIsOlderThanItsSources() throws Exception {
    Files.createDirectories(tree.resolve(CLASSES));
    Files.createDirectories(tree.resolve(AGENT).getParent());
    Files.writeString(tree.resolve(AGENT), "old");
    Files.setLastModifiedTime(
        tree.resolve(AGENT), FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    assertEquals(1, run(NOTE + "; exit 1", "philosophers"));
    assertTrue(Files.readString(log).endsWith("The build failed.\n"), Files.readString(log));
    assertEquals(List.of(tree.toRealPath().toString(), BUILD), called());
  }

  private int run(String maven, String... arguments) throws Exception {
    return SampleScript.with(maven, place.resolve("maven"), tree.resolve("sample-apps"))
        .run(Jdks.running(), log, arguments);
  }

  private List<String> called() throws IOException {
    Path called = place.resolve("maven/called");
    return Files.exists(called) ? Files.readAllLines(called) : List.of();
  }

  /** What a build leaves behind. */
  private static String copying(Path from, String to) {
    return String.format(" && mkdir -p $(dirname %2$s) && cp -r '%1$s' %2$s", from, to);
  }
}
