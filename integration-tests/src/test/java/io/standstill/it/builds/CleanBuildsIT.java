package io.standstill.it.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.it.Jdk;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not hang ends green, unless nobody could have seen a hang. */
@Order(1)
class CleanBuildsIT {
  @ParameterizedTest(name = "{0}, JUnit {1}")
  @MethodSource("io.standstill.it.builds.BuildsIT#jdksAndJUnits")
  void cleanTwinEndsGreenWithNothingSaid(Jdk jdk, String junit) throws Exception {
    MavenBuild build = MavenBuild.run("clean", jdk, junit, "test", "-Djunit.version=" + junit);

    assertEquals(0, build.status(), build::output);
    assertTrue(build.output().contains("Tests run: 10, Failures: 0"), build::output);
    assertEquals("", build.saidWhileTesting());
  }

  @ParameterizedTest
  @MethodSource("io.standstill.it.builds.BuildsIT#jdks")
  void neverPassesWhereTheAgentCannotBeAttached(Jdk jdk) throws Exception {
    MavenBuild build =
        MavenBuild.run("clean", jdk, "unattached", "test", "-DargLine=-XX:+DisableAttachMechanism");

    assertNotEquals(0, build.status(), build::output);
    BuildsIT.assertSays(build, "Standstill does not watch this JVM");
    BuildsIT.assertSays(build, "<argLine>-javaagent:");
    assertFalse(build.output().contains("Failures: 0, Errors: 0"), build::output);
  }
}
