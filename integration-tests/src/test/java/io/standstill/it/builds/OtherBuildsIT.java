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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside what else is in a build: other agents, forks, a server; and where there is no JUnit 5. */
@Order(3)
class OtherBuildsIT {
  static Stream<Jdk> jdks() {
    return Jdks.promised().stream().filter(Jdk::found);
  }

  static Stream<Arguments> withoutJUnit5() {
    return jdks()
        .flatMap(jdk -> Stream.of("junit4", "testng", "main").map(name -> Arguments.of(jdk, name)));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void failsInFailsafeForksBesideJacocoAndMockito(Jdk jdk) throws Exception {
    assertFailsBesideOthers(MavenBuild.run("crowded", jdk, "started", "verify"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void failsThereTooIfTheAgentAttachesItself(Jdk jdk) throws Exception {
    assertFailsBesideOthers(MavenBuild.run("crowded", jdk, "attached", "verify", "-Dagent="));
  }

  private static void assertFailsBesideOthers(MavenBuild build) throws Exception {
    assertNotEquals(0, build.status(), build::output);
    assertEquals(
        Set.of("TransferIT.crossed"), build.failedForFindings("failsafe-reports"), build::output);
    assertTrue(build.output().contains("Tests run: 5, Failures: 1, Errors: 0"), build::output);
    assertFalse(
        build.output().contains("A Java agent has been loaded dynamically"),
        () -> "Maven itself, which looks for the tests, is left alone: " + build.output());
    assertEquals(Set.of("Account"), coveredCompletely(build), build::output);
  }

  /** The classes of which JaCoCo says that no line was missed. */
  private static Set<String> coveredCompletely(MavenBuild build) throws Exception {
    Path report = build.directory().resolve("target/site/jacoco-it/jacoco.csv");
    List<List<String>> rows =
        Files.readAllLines(report).stream().map(line -> List.of(line.split(","))).toList();
    int name = rows.get(0).indexOf("CLASS");
    int missed = rows.get(0).indexOf("LINE_MISSED");
    return rows.stream()
        .filter(row -> row.get(missed).equals("0"))
        .map(row -> row.get(name))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void failsWhereRequestsToAnEmbeddedServerHang(Jdk jdk) throws Exception {
    MavenBuild build = MavenBuild.run("spring", jdk, "hang", "test", "-Dtest=ShopTest#order*");

    assertNotEquals(0, build.status(), build::output);
    assertEquals(
        Set.of("ShopTest.orderWhileRefunding"),
        build.failedForFindings("surefire-reports"),
        build::output);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void passesWhereAnEmbeddedServerAnswers(Jdk jdk) throws Exception {
    MavenBuild build = MavenBuild.run("spring", jdk, "clean", "test", "-Dtest=ShopTest#price");

    assertEquals(0, build.status(), build::output);
    assertTrue(build.output().contains("Tests run: 1, Failures: 0, Errors: 0"), build::output);
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("withoutJUnit5")
  void endsTheJvmWhereNoTestCanBeFailed(Jdk jdk, String project) throws Exception {
    MavenBuild build = MavenBuild.run(project, jdk, "halt", "verify");

    assertNotEquals(0, build.status(), build::output);
    assertTrue(build.output().contains("deadlock (certain)"), build::output);
    assertTrue(
        build
            .output()
            .matches("(?s).*(Process Exit Code: 70|exit value: 70|exit status 70|: 70 ).*"),
        build::output);
  }
}
