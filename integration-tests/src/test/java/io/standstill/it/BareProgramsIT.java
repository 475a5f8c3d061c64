package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tests the tests: every hanging program does hang, without the agent too. Run it on request. */
@EnabledIfSystemProperty(named = "standstill.it.bare", matches = ".*")
class BareProgramsIT {

  @TestFactory
  Stream<DynamicTest> everyHangingProgramHangsWithoutTheAgent() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                VerdictProgram.all().stream()
                    .filter(program -> !program.isClean() && program.runsOn(jdk))
                    .map(p -> dynamicTest(p + " on " + jdk, () -> hangs(p, jdk))));
  }

  private static void hangs(VerdictProgram program, Jdk jdk) throws Exception {
    try (ForkedJvm jvm =
        ForkedJvm.on(jdk, program.logName(jdk, "-bare"))
            .flags(program.flags())
            .program(program.mainClass())
            .start()) {
      jvm.awaitLine("STUCK", Duration.ofSeconds(60));
      assertFalse(Waiting.until(() -> !jvm.alive(), Duration.ofMillis(500)), jvm::everything);
      assertFalse(jvm.stdout().contains("never"), jvm::everything);
      assertEquals("", jvm.stderr());
    }
  }
}
