package io.standstill.it.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.it.Jdk;
import io.standstill.it.Jdks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A project whose tests pass by luck, with a file of the risks that are known. */
@Order(4)
class LockOrderBuildsIT {
  private static final String MODE = "-Dio.standstill.junit.lock-order=";
  private static final String LATE = "-Dparameters=";

  /** What the JVM says of an agent that attaches, from JDK 21 on. */
  private static final String LOADED_LATE = "A Java agent has been loaded dynamically";

  private static final Pattern WARNING =
      Pattern.compile("^standstill: .*(?=: O\\d+ lock-order \\(likely\\): )");

  static Stream<Jdk> jdks() {
    return Jdks.promised().stream().filter(Jdk::found);
  }

  static Stream<Arguments> jdksAndJUnits() {
    return jdks().flatMap(jdk -> Stream.of("5.10.3", "6.1.3").map(v -> Arguments.of(jdk, v)));
  }

  @ParameterizedTest(name = "{0}, JUnit {1}")
  @MethodSource("jdksAndJUnits")
  void failsTheTestThatShowedANewRisk(Jdk jdk, String junit) throws Exception {
    MavenBuild build =
        MavenBuild.run("lucky", jdk, "fail-" + junit, "test", "-Djunit.version=" + junit);

    assertNotEquals(0, build.status(), build::output);
    assertEquals(
        Set.of("BakeryTest.bakes", "ParcelTest.packs", "StockTest.fresh"),
        build.failedFor("LockOrderError", "surefire-reports"),
        build::output);
    assertSays(build, "Tests run: 7, Failures: 3, Errors: 0");
    assertSays(build, "standstill: 3 new lock-order risks, 1 known, 1 stale");
  }

  /** Each fork is given class after class, and runs each by itself. */
  @ParameterizedTest
  @MethodSource("jdks")
  void warnsOfEachNewRiskOnceInParallelForks(Jdk jdk) throws Exception {
    MavenBuild build = MavenBuild.run("lucky", jdk, "warn", "test", MODE + "warn", "-DforkCount=2");

    assertEquals(0, build.status(), build::output);
    List<String> warned =
        build
            .output()
            .lines()
            .map(WARNING::matcher)
            .filter(Matcher::find)
            .map(Matcher::group)
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "standstill: BakeryTest > bakes()",
            "standstill: ParcelTest > packs()",
            "standstill: StockTest > fresh()"),
        warned,
        build::output);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void asksNobodyWhereItIsOff(Jdk jdk) throws Exception {
    MavenBuild build = MavenBuild.run("lucky", jdk, "off", "test", MODE + "off");

    assertEquals(0, build.status(), build::output);
    assertSays(build, "Tests run: 7, Failures: 0, Errors: 0");
    assertFalse(build.output().contains("standstill: "), build::output);
  }

  /** Surefire looks for tests before it knows of its own configuration parameters. */
  @ParameterizedTest
  @MethodSource("jdks")
  void leavesAllAloneWhereSurefireSaysSo(Jdk jdk) throws Exception {
    MavenBuild build =
        MavenBuild.run(
            "lucky", jdk, "disabled", "test", LATE + "io.standstill.junit.enabled=false");

    assertEquals(0, build.status(), build::output);
    assertSays(build, "Tests run: 7, Failures: 0, Errors: 0");
    assertFalse(build.output().contains("standstill: "), build::output);
    assertFalse(build.output().contains(LOADED_LATE), build::output);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void writesTheFileThatMakesTheNextRunSilent(Jdk jdk) throws Exception {
    MavenBuild first =
        MavenBuild.run(
            "lucky",
            jdk,
            "write",
            "test",
            MODE + "warn",
            LATE + "io.standstill.junit.lock-order.baseline-write=lock-order.txt");
    assertEquals(0, first.status(), first::output);
    Path file = first.directory().resolve("lock-order.txt");
    assertEquals(8, Files.readAllLines(file).size(), () -> file + " got three lines more");

    MavenBuild second = first.again(jdk, "test");
    assertEquals(0, second.status(), second::output);
    assertSays(second, "standstill: 0 new lock-order risks, 4 known, 1 stale");
  }

  private static void assertSays(MavenBuild build, String words) {
    assertTrue(build.output().contains(words), () -> words + " is not in " + build.output());
  }
}
