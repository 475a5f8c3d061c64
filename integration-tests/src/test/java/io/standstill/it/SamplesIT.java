package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Every sample and its clean twin, as a user runs them: by the script. */
@DisabledOnOs(OS.WINDOWS)
class SamplesIT {
  private static final int NEEDS_NEWER_JAVA = 3;

  /** A line of the registry. */
  private record Sample(String name, String kind, String certainty, String story) {
    static Sample of(String line) {
      String[] parts = line.split(" *\\| *");
      return new Sample(parts[0], parts[2], parts[3], parts[4]);
    }

    boolean runsOn(Jdk jdk) {
      return jdk.feature() >= 21 || !story.contains("Java 21 or newer");
    }
  }

  @TestFactory
  Stream<DynamicTest> everySampleKeepsItsPromise() throws IOException {
    List<Sample> samples = samples();
    assertFalse(samples.isEmpty(), "no samples");
    return Jdks.promised().stream()
        .flatMap(
            jdk ->
                samples.stream()
                    .flatMap(
                        sample ->
                            Stream.of(
                                dynamicTest(
                                    sample.name() + " is found on " + jdk,
                                    () -> isFound(sample, jdk)),
                                dynamicTest(
                                    sample.name() + " --clean is silent on " + jdk,
                                    () -> isSilent(sample, jdk)))));
  }

  private static List<Sample> samples() throws IOException {
    return Files.readAllLines(Workshop.samples().resolve("samples.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Sample::of)
        .toList();
  }

  private static void isFound(Sample sample, Jdk jdk) throws Exception {
    Path log = log(sample.name(), jdk);
    int status = run(jdk, log, sample.name());
    String said = Files.readString(log);
    if (!sample.runsOn(jdk)) {
      assertEquals(NEEDS_NEWER_JAVA, status, said);
      return;
    }
    assertAll(
        said,
        () -> assertEquals(0, status),
        () -> assertTrue(said.contains("1 " + sample.kind() + " (" + sample.certainty() + "): ")),
        () -> assertTrue(said.contains("What to do: "), "the report to its end"));
  }

  private static void isSilent(Sample sample, Jdk jdk) throws Exception {
    Path log = log(sample.name() + "-clean", jdk);
    int status = run(jdk, log, sample.name(), "--clean");
    String said = Files.readString(log);
    assertAll(
        said,
        () -> assertEquals(sample.runsOn(jdk) ? 0 : NEEDS_NEWER_JAVA, status),
        () -> assertFalse(said.contains("standstill")),
        () -> assertFalse(said.matches("(?s).*\\b[A-Z]1 .*")),
        () -> assertFalse(said.contains("What to do")));
  }

  private static Path log(String name, Jdk jdk) throws IOException {
    Path directory = Workshop.logs().resolve("samples-" + jdk.feature());
    Files.createDirectories(directory);
    return directory.resolve(name);
  }

  /**
   * Runs the script; its exit status. If it thought it had to build, it would change what the build
   * that runs this test is at work on: so Maven refuses.
   */
  private static int run(Jdk jdk, Path log, String... arguments) throws Exception {
    assumeTrue(jdk.found(), jdk + " is not on this machine");
    Path place = Workshop.logs().resolve("samples-without-maven");
    return SampleScript.with("echo all is built already >&2; exit 1", place, Workshop.samples())
        .run(jdk, log, arguments);
  }
}
