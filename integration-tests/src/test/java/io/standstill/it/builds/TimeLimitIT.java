package io.standstill.it.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonParser;
import io.standstill.it.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A project whose fork Surefire itself ends after 30 seconds, whatever it does. */
@Order(1)
class TimeLimitIT {
  private static final String ENDED = "There was a timeout";

  static Stream<Jdk> jdks() {
    return BuildsIT.jdks();
  }

  /** Surefire ends the JVM on the spot, so that nothing can be written any more. */
  @ParameterizedTest
  @MethodSource("jdks")
  void whatWasKnownCanBeReadThen(Jdk jdk) throws Exception {
    MavenBuild build = MavenBuild.run("untold", jdk, "ended", "test", "-Dtest=UntoldTest");

    assertNotEquals(0, build.status(), build::output);
    BuildsIT.assertSays(build, ENDED);
    BuildsIT.assertSays(
        build, "deadlock (certain): left first and right first wait for each other");
    BuildsIT.assertSays(build, "at shop.UntoldTest.putsWhatNobodyTakes(");
    assertEquals(List.of("deadlock", "stall"), kindsOfFindings(build), build::output);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aTestFailsBeforeThat(Jdk jdk) throws Exception {
    MavenBuild build = MavenBuild.run("untold", jdk, "failed", "test", "-Dtest=ToldTest");

    assertNotEquals(0, build.status(), build::output);
    assertEquals(
        Set.of("ToldTest.mustNotHang"), build.failedForFindings("surefire-reports"), build::output);
    assertFalse(build.output().contains(ENDED), build::output);
  }

  private static List<String> kindsOfFindings(MavenBuild build) throws IOException {
    return Files.readAllLines(build.directory().resolve("target/findings.json")).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject().get("kind").getAsString())
        .sorted()
        .toList();
  }
}
