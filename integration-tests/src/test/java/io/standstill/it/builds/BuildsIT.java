package io.standstill.it.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.it.Jdk;
import io.standstill.it.Jdks;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One dependency is added, and hangs become red tests: by Surefire, with the JUnits promised. */
@Order(2)
class BuildsIT {
  private static final String OLDEST = "5.10.3";
  private static final String[] JUNITS = {OLDEST, "6.1.3"};

  private static final Set<String> HANGS =
      Set.of(
          "ChosenTest.winsOverItsClass",
          "ElsewhereTest.ownThreadInMonitor",
          "HangingThreadsTest.classInitialisation",
          "HangingThreadsTest.completableFuture",
          "HangingThreadsTest.ownThread",
          "HangingThreadsTest.pool",
          "HangingThreadsTest.poolLeftBehind",
          "HangingThreadsTest.startedThreads",
          "ManyTest.dynamic()[2]",
          "ManyTest.parameterized(int)[2]",
          "ParallelTest.oneHangs",
          "ParallelTest.otherHangs");

  static Stream<Jdk> jdks() {
    return Jdks.promised().stream().filter(Jdk::found);
  }

  static Stream<Arguments> jdksAndJUnits() {
    return jdks().flatMap(jdk -> Stream.of(JUNITS).map(junit -> Arguments.of(jdk, junit)));
  }

  /** With a later one it is {@link HangingBuildIT}. */
  @ParameterizedTest
  @MethodSource("jdks")
  void hangingProjectEndsRedWithEveryHangNamed(Jdk jdk) throws Exception {
    assertEveryHangIsNamed(hangingProject(jdk, OLDEST), jdk);
  }

  static MavenBuild hangingProject(Jdk jdk, String junit) throws Exception {
    return MavenBuild.run(
        "hanging", jdk, junit, "test", "-Djunit.version=" + junit, "-Dsurefire.timeout=200");
  }

  static void assertEveryHangIsNamed(MavenBuild build, Jdk jdk) throws Exception {
    assertNotEquals(0, build.status(), build::output);
    Set<String> failed = build.failedForFindings("surefire-reports");
    Set<String> expected = new TreeSet<>(HANGS);
    if (jdk.feature() >= 21) {
      expected.add("HangingThreadsTest.virtualThreads");
    }
    assertEquals(1, failed.stream().filter(name -> name.startsWith("BeforeAllTest.")).count());
    failed.removeIf(name -> name.startsWith("BeforeAllTest."));
    assertEquals(expected, failed, build::output);
    assertSays(build, "standstill: StuckInMonitorTest > cannotBeInterrupted() hangs");
    assertSays(build, "isLeftBehind() timed out after 5 seconds");
    assertSays(build, "standstill: deadlocks that no test was failed for:");
    assertSays(build, "standstill:   HangingThreadsTest > pool(): D");
    assertFalse(build.output().contains("There was a timeout"), build::output);
    assertTellsWhereItHangs(build.reports("surefire-reports").get("HangingThreadsTest.ownThread"));
  }

  /** The words of the agent, and then what IDEs make links of. */
  private static void assertTellsWhereItHangs(String report) {
    Matcher rest = Pattern.compile("").matcher(report);
    for (String next :
        List.of(
            "DeadlockFoundError:\\s+D\\d+ deadlock \\(certain\\): .* wait for each other",
            "Suppressed: \".*\" #\\d+ stands here",
            "at shop.Crossed.take\\(Crossed.java:\\d+\\)",
            "Suppressed: \".*\" #\\d+ stands here",
            "at shop.Crossed.take\\(Crossed.java:\\d+\\)")) {
      assertTrue(rest.usePattern(Pattern.compile(next)).find(), () -> next + ": " + report);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whatIsNobodysFailsTheRunAtItsEnd(Jdk jdk) throws Exception {
    MavenBuild build = MavenBuild.run("hanging", jdk, "later", "test", "-Dtest=LaterTest");

    assertNotEquals(0, build.status(), build::output);
    assertSays(build, "Its threads were made while this test ran: LaterTest > firstLeaves");
    assertSays(build, "Tests run: 2, Failures: 0");
  }

  @ParameterizedTest(name = "{0}, JUnit {1}")
  @MethodSource("jdksAndJUnits")
  void hangsBesideTheMethodsOfTestsDoNotPassEither(Jdk jdk, String junit) throws Exception {
    MavenBuild build = MavenBuild.run("beside", jdk, junit, "test", "-Djunit.version=" + junit);

    assertNotEquals(0, build.status(), build::output);
    assertEquals(
        Set.of(
            "CallbackTest.resolved(String)",
            "ClassesTest.executionError",
            "ClassesTest.lazy",
            "ClassesTest.repeated(RepetitionInfo)[2]",
            "ClassesTest$Inside.neverRuns"),
        build.failedForFindings("surefire-reports"),
        build::output);
    assertSays(build, "standstill: OldTest > fails failed after it was interrupted for D");
    assertSays(build, "standstill: deadlocks were left at the end of the run.");
    assertSays(build, "OldTest > goesOn was interrupted for this, outside its own methods");
  }

  static void assertSays(MavenBuild build, String words) {
    assertTrue(build.output().contains(words), () -> words + " is not in " + build.output());
  }
}
