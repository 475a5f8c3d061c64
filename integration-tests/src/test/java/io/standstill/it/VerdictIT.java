package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import verdicts.Verdict;

/** Runs the whole corpus under the packaged agent: every program on every promised JDK. */
@Order(6)
class VerdictIT {
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration END = Duration.ofSeconds(180);

  /** A report is written right after its finding. */
  private static final Duration REPORT = Duration.ofSeconds(60);

  /** The clock of the journals may be so far behind. */
  private static final Duration TICK = Duration.ofMillis(200);

  /** How long to look for a finding too many: several looks of the detector. */
  private static final Duration QUIET = Duration.ofMillis(800);

  @TestFactory
  Stream<DynamicTest> everyProgramGetsItsVerdictOnEveryJdk() {
    List<VerdictProgram> programs = VerdictProgram.all();
    assertFalse(programs.isEmpty(), "no program selected");
    return Jdks.promised().stream()
        .flatMap(jdk -> programs.stream().filter(p -> p.runsOn(jdk)).map(p -> test(p, jdk)));
  }

  private static DynamicTest test(VerdictProgram program, Jdk jdk) {
    return dynamicTest(
        program + " on " + jdk,
        () -> {
          assumeTrue(jdk.found(), jdk + " is not on this machine");
          if (program.isClean()) {
            isLeftInPeace(program, jdk);
          } else {
            isFound(program, jdk);
          }
        });
  }

  private static void isFound(VerdictProgram program, Jdk jdk) throws Exception {
    long started = System.nanoTime();
    try (ForkedJvm jvm = prepared(program, jdk, "").agentWithFiles(program.options()).start()) {
      long formed = formed(jvm.awaitLine("STUCK", START));
      int count = program.verdicts().size();
      List<Told> told = jvm.awaitFindings(count, within(program));
      assertTrue(told.size() >= count, () -> "not found in time: " + jvm.everything());
      Duration age = Duration.ofNanos(System.nanoTime() - started);
      long delay = System.currentTimeMillis() - formed;
      Files.writeString(jvm.directory().resolve("delay"), delay + " ms\n");
      assertTrue(jvm.alive(), "it hangs no more");

      Set<Told> left = new LinkedHashSet<>(told);
      for (Verdict verdict : program.verdicts()) {
        Told match =
            left.stream()
                .filter(t -> isAbout(verdict, t))
                .findFirst()
                .orElseThrow(() -> new AssertionError(verdict + " not among " + told));
        left.remove(match);
        assertVerdict(verdict, match, jdk);
        assertEnd(verdict, match, age);
      }
      assertEquals(Set.of(), left, "findings too many");
      assertSites(program, told);
      if (program.isResolved()) {
        assertResolved(jvm, told.get(0), within(program));
      } else {
        assertFalse(
            Waiting.until(() -> jvm.findings().size() > count, QUIET),
            () -> "one line per finding: " + jvm.everything());
      }
      assertEquals("", jvm.stderr());
      for (Told each : told) {
        jvm.awaitReport(each.text("summary"), REPORT);
      }
    }
  }

  private static boolean isAbout(Verdict verdict, Told told) {
    return verdict.threads().length == 0
        ? verdict.kind().equals(told.text("kind"))
        : told.waitingThreads().equals(Set.of(verdict.threads()));
  }

  private static List<String> certainties(Verdict verdict, Jdk jdk) {
    boolean likely = verdict.likelyBefore25() && jdk.feature() < 25;
    return likely ? List.of("likely") : List.of(verdict.certainty());
  }

  private static void assertVerdict(Verdict verdict, Told told, Jdk jdk) {
    String summary = told.text("summary");
    assertAll(
        told.json().toString(),
        () -> assertEquals(verdict.kind(), told.text("kind"), "kind"),
        () -> assertTrue(certainties(verdict, jdk).contains(told.text("certainty")), "certainty"),
        () -> assertFalse(told.isResolution(), "told as resolved at once"),
        () -> assertNobodyIsMissing(verdict, told),
        () -> {
          boolean ofPools = verdict.pools().length > 0;
          for (String name : ofPools ? verdict.pools() : verdict.threads()) {
            assertTrue(summary.contains(name), "summary does not name " + name);
          }
          for (String piece : verdict.summary()) {
            assertTrue(summary.contains(piece), "summary does not say " + piece);
          }
          for (String piece : verdict.advice()) {
            assertTrue(told.text("advice").contains(piece), "advice does not say " + piece);
          }
        },
        () -> {
          for (String pool : verdict.pools()) {
            assertTrue(
                told.poolNames().stream().anyMatch(name -> name.contains(pool)),
                "no pool is named " + pool);
          }
          if (verdict.needs() > 0) {
            String needs = "needs " + verdict.needs() + " threads";
            assertTrue(summary.contains(needs), "summary does not say " + needs);
          }
          for (String task : verdict.tasks()) {
            assertTrue(
                told.json().get("pools").toString().contains(task), "nobody waits for " + task);
          }
        },
        () -> assertEquals(Set.of(), told.poolsWithoutFigures(), "pools without figures"),
        () -> {
          for (String name : verdict.lockNames()) {
            assertTrue(told.lockNames().contains(name), "no lock is named " + name);
          }
        },
        () -> {
          if (verdict.waitingBehind() >= 0) {
            Long behind = told.number("waitingBehind");
            assertEquals(verdict.waitingBehind(), behind == null ? 0 : behind, "waitingBehind");
          }
        });
  }

  /** Less is left than the whole timeout, but no less than if all had waited from the start. */
  private static void assertEnd(Verdict verdict, Told told, Duration age) {
    Long left = told.number("endsInMillis");
    long whole = Duration.ofSeconds(verdict.timeoutSeconds()).toMillis();
    if (whole == 0) {
      assertNull(left, "ends by itself");
    } else {
      long least = Math.max(1, whole - age.toMillis() - TICK.toMillis());
      assertTrue(left != null && least <= left && left < whole, () -> left + " ms of " + whole);
    }
  }

  /** A lock that goes from hand to hand may be in none at the very moment. */
  private static void assertNobodyIsMissing(Verdict verdict, Told told) {
    if (!verdict.kind().equals("lock-starvation")) {
      assertEquals(Set.of(), told.wantedButNotHeld(), "locks that nobody here holds");
    }
  }

  /** The sites in the program's own source must be the marked lines, no more and no fewer. */
  private static void assertSites(VerdictProgram program, List<Told> told) {
    Set<String> holds = program.marked("holds");
    Set<String> waits = program.marked("waits");
    if (holds.isEmpty() && waits.isEmpty()) {
      return;
    }
    Set<String> toldHolds = new TreeSet<>();
    Set<String> toldWaits = new TreeSet<>();
    for (Told each : told) {
      toldHolds.addAll(each.placesOfHolds(program));
      toldWaits.addAll(each.placesOfWaits(program));
    }
    assertAll(
        told.toString(),
        () -> assertEquals(waits, toldWaits, "sites that wait"),
        () -> {
          if (!holds.isEmpty()) {
            assertEquals(holds, toldHolds, "sites that hold");
          }
        });
  }

  private static void assertResolved(ForkedJvm jvm, Told first, Duration within) throws Exception {
    jvm.goOn();
    jvm.awaitLine("RESOLVED", END);
    List<Told> told = jvm.awaitFindings(2, within);
    assertEquals(2, told.size(), jvm::everything);
    Told second = told.get(1);
    assertTrue(second.isResolution(), jvm::everything);
    assertEquals(first.text("id"), second.text("id"));
    assertTrue(second.number("resolvedAfterMillis") > 0, jvm::everything);
    if (Set.of("long-hold", "lock-starvation").contains(first.text("kind"))) {
      String said = second.text("summary");
      assertTrue(said.matches(".*[1-9][0-9]* threads? (was|were) held up.*"), said);
    }
    jvm.goOn();
    assertEquals(0, jvm.awaitExit(END), jvm::everything);
    assertEquals(2, jvm.findings().size(), jvm::everything);
  }

  private static void isLeftInPeace(VerdictProgram program, Jdk jdk) throws Exception {
    ForkedJvm.Builder woven = prepared(program, jdk, "");
    try (ForkedJvm jvm = woven.agent(woven.findingsOption() + program.options()).start()) {
      String says = program.says().isEmpty() ? saysAlone(program, jdk) : program.says();
      assertFalse(says.isEmpty(), "a clean program says something");
      assertEquals(0, jvm.awaitExit(END), jvm::everything);
      assertEquals("", jvm.stderr());
      assertEquals(says, jvm.stdout());
      assertEquals(List.of(), jvm.findings());
    }
  }

  private static String saysAlone(VerdictProgram program, Jdk jdk) throws Exception {
    try (ForkedJvm model = prepared(program, jdk, "-alone").start()) {
      assertEquals(0, model.awaitExit(END), model::everything);
      assertEquals("", model.stderr());
      return model.stdout();
    }
  }

  private static ForkedJvm.Builder prepared(VerdictProgram program, Jdk jdk, String variant) {
    return program.jvm(jdk, variant).flags(program.flags()).program(program.mainClass());
  }

  private static Duration within(VerdictProgram program) {
    return Duration.ofSeconds(program.verdicts().get(0).withinSeconds());
  }

  private static long formed(String line) {
    return Long.parseLong(line.substring("STUCK ".length()));
  }
}
