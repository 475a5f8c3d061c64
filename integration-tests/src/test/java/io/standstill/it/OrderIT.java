package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import verdicts.Predicted;

/**
 * Programs that do not hang, this time: the deadlock that they could have had is predicted before
 * the JVM ends. Their clean twins are a part of the corpus of {@link VerdictIT}.
 */
@Order(5)
class OrderIT {
  private static final Duration END = Duration.ofSeconds(180);

  @TestFactory
  Stream<DynamicTest> everyDeadlockIsPredictedOnEveryJdk() {
    List<VerdictProgram> programs = VerdictProgram.predicted();
    return Jdks.promised().stream()
        .flatMap(
            jdk ->
                programs.stream()
                    .filter(program -> prediction(program).since() <= jdk.feature())
                    .map(
                        program ->
                            dynamicTest(program + " on " + jdk, () -> isPredicted(program, jdk))));
  }

  private static void isPredicted(VerdictProgram program, Jdk jdk) throws Exception {
    assumeTrue(jdk.found(), jdk + " is not on this machine");
    Predicted wanted = prediction(program);
    try (ForkedJvm jvm =
        program.jvm(jdk, "").program(program.mainClass()).agentWithFiles().start()) {
      assertEquals(0, jvm.awaitExit(END), jvm::everything);
      assertEquals("", jvm.stderr());
      assertFalse(jvm.stdout().isEmpty(), "it does something");
      assertEquals(1, jvm.findings().size(), jvm::everything);
      Told told = jvm.findings().get(0);
      assertAll(
          jvm.everything(),
          () -> assertEquals("lock-order", told.text("kind")),
          () -> assertTrue(List.of(wanted.certainty()).contains(told.text("certainty"))),
          () -> assertEquals(Set.of(wanted.threads()), told.waitingThreads()),
          () ->
              assertTrue(
                  wanted.lockNames().length == 0
                      || Set.of(wanted.lockNames()).equals(told.lockNames()),
                  () -> "names " + told.lockNames()),
          () -> {
            for (String piece : wanted.summary()) {
              assertTrue(told.text("summary").contains(piece), piece);
            }
          },
          () -> assertSites(program, told),
          () ->
              told.threads()
                  .forEach(
                      thread ->
                          assertTrue(
                              thread.getAsJsonArray("stack").toString().contains(".main(")
                                  || thread.getAsJsonArray("stack").size() > 1,
                              "a stack for each edge")),
          () -> assertStacksOfHolds(told),
          () -> assertTrue(jvm.report().contains("INFO  io.standstill - O1 lock-order (")),
          () -> assertFalse(jvm.report().contains("WARN")),
          () -> assertFalse(jvm.report().contains("ERROR")));
    }
  }

  /** The sites in the program's own source must be the marked lines, no more and no fewer. */
  private static void assertSites(VerdictProgram program, Told told) {
    Set<String> holds = program.marked("holds");
    if (!holds.isEmpty()) {
      assertEquals(holds, told.placesOfHolds(program), "sites that hold");
      assertEquals(program.marked("waits"), told.placesOfWaits(program), "sites that take");
    }
  }

  /** A method that enters a monitor runs as long as the monitor is held. */
  private static void assertStacksOfHolds(Told told) {
    for (JsonObject thread : told.threads()) {
      for (JsonElement each : thread.getAsJsonArray("holds")) {
        JsonObject held = each.getAsJsonObject();
        if (held.get("type").getAsString().equals("monitor")) {
          JsonArray stack = held.getAsJsonArray("stack");
          assertEquals(held.get("site"), stack.get(0));
          assertEquals(last(thread.getAsJsonArray("stack")), last(stack));
        }
      }
    }
  }

  private static JsonElement last(JsonArray stack) {
    return stack.get(stack.size() - 1);
  }

  private static Predicted prediction(VerdictProgram program) {
    return program.main().getAnnotation(Predicted.class);
  }
}
