package io.standstill.it.builds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.it.Jdk;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build that would hang ends red soon; this one runs by itself, since it measures how soon. */
@Isolated
class HangingBuildIT {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @ParameterizedTest
  @MethodSource("io.standstill.it.builds.BuildsIT#jdks")
  void endsWithinAMinuteWithEveryHangNamed(Jdk jdk) throws Exception {
    MavenBuild build = BuildsIT.hangingProject(jdk, "6.1.3");

    BuildsIT.assertEveryHangIsNamed(build, jdk);
    assertTrue(build.took().compareTo(MINUTE) < 0, () -> build.took() + ": " + build.output());
  }
}
