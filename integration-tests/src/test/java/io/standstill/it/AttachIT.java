package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import verdicts.deadlock.locks.MonitorAndLock;
import verdicts.other.GateAcrossAttach;
import verdicts.other.HeldAcrossAttach;
import verdicts.other.LaterDeadlock;
import verdicts.other.LaterLuck;
import verdicts.pooldeadlock.ownpool.PoolOfFour;

/** Attaching to a JVM that runs already, or stands already. */
class AttachIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TestFactory
  Stream<DynamicTest> attaching() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                Stream.of(
                    test("finds a deadlock that stands already", jdk, AttachIT::standsAlready),
                    test("finds a pool that stands already", jdk, AttachIT::poolStandsAlready),
                    test("sees locks taken after the attach", jdk, AttachIT::locksLater),
                    test("survives the release of locks never seen taken", jdk, AttachIT::held),
                    test("predicts what later threads could do", jdk, AttachIT::laterThreads),
                    test("is unsure of what was held before", jdk, AttachIT::heldGate),
                    test("is refused the second time", jdk, AttachIT::secondTime),
                    test("leaves the application alone on a wrong option", jdk, AttachIT::wrong)));
  }

  private static void standsAlready(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "stands", MonitorAndLock.class)) {
      String stuck = app.awaitLine("STUCK", LONG);
      assertEquals(0, attach(jdk, app, "", options(app)));
      List<Told> told = app.awaitFindings(1, LONG);
      assertEquals(1, told.size(), app::everything);
      assertEquals("certain", told.get(0).text("certainty"));
      assertEquals(Set.of("book", "audit"), told.get(0).waitingThreads());
      List<JsonObject> holds = told.get(0).holds();
      assertEquals(2, holds.size(), app::everything);
      for (JsonObject lock : holds) {
        if (lock.get("type").getAsString().equals("monitor")) {
          String site = lock.get("site").getAsString();
          assertTrue(site.startsWith(MonitorAndLock.class.getName() + "."), site);
          assertFalse(site.contains(":"), "no line can be known: " + site);
        } else {
          assertFalse(Told.present(lock, "site"), () -> "no site can be known: " + lock);
        }
      }
      app.awaitReport("taken in  " + MonitorAndLock.class.getName(), LONG);
      app.awaitReport("taken at  acquired before attach", LONG);
      assertEquals(stuck + "\n", app.stdout());
      assertEquals("", app.stderr());
    }
  }

  private static void poolStandsAlready(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "pool", PoolOfFour.class)) {
      app.awaitLine("STUCK", LONG);
      assertEquals(0, attach(jdk, app, "", options(app)));
      List<Told> told = app.awaitFindings(1, LONG);
      assertEquals(1, told.size(), app::everything);
      assertEquals("pool-deadlock", told.get(0).text("kind"));
      assertEquals("certain", told.get(0).text("certainty"));
      assertEquals(4, told.get(0).waitingThreads().size(), app::everything);
      assertEquals(Set.of("pool-1"), told.get(0).poolNames(), "where it was made nobody knows");
      assertEquals(Set.of(), told.get(0).poolsWithoutFigures());
      assertTrue(told.get(0).text("summary").contains("needs 5 threads"), app::everything);
      assertEquals("", app.stderr());
    }
  }

  private static void locksLater(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "later", LaterDeadlock.class)) {
      app.awaitLine("READY", LONG);
      assertEquals(0, attach(jdk, app, "", options(app)));
      app.goOn();
      app.awaitLine("STUCK", LONG);
      List<Told> told = app.awaitFindings(1, LONG);
      assertEquals(1, told.size(), app::everything);
      VerdictProgram program = new VerdictProgram(LaterDeadlock.class);
      assertEquals(program.marked("holds"), told.get(0).placesOfHolds(program), app::everything);
      assertEquals(program.marked("waits"), told.get(0).placesOfWaits(program), app::everything);
      assertEquals("", app.stderr());
    }
  }

  private static void laterThreads(Jdk jdk) throws Exception {
    assertEquals("likely", predicted(jdk, "luck", LaterLuck.class));
  }

  private static void heldGate(Jdk jdk) throws Exception {
    assertEquals("possible", predicted(jdk, "gate", GateAcrossAttach.class));
  }

  /** How sure the only prediction is. */
  private static String predicted(Jdk jdk, String name, Class<?> program) throws Exception {
    try (ForkedJvm app = start(jdk, name, program)) {
      app.awaitLine("READY", LONG);
      assertEquals(0, attach(jdk, app, "", options(app)));
      app.goOn();
      app.awaitLine("DONE", LONG);
      app.goOn();
      assertEquals(0, app.awaitExit(LONG));
      List<Told> told = app.findings();
      assertEquals(1, told.size(), app::everything);
      assertEquals("lock-order", told.get(0).text("kind"));
      assertEquals(Set.of("a", "b"), told.get(0).waitingThreads());
      assertEquals("", app.stderr());
      return told.get(0).text("certainty");
    }
  }

  private static void held(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "held", HeldAcrossAttach.class)) {
      app.awaitLine("READY", LONG);
      assertEquals(0, attach(jdk, app, "", options(app)));
      app.goOn();
      app.awaitLine("DONE", LONG);
      app.goOn();
      assertEquals(0, app.awaitExit(LONG));
      assertEquals(List.of(), app.findings());
      assertEquals("", app.stderr());
    }
  }

  private static void secondTime(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "twice", MonitorAndLock.class)) {
      app.awaitLine("STUCK", LONG);
      assertEquals(0, attach(jdk, app, "-first", options(app)));
      assertEquals(1, app.awaitFindings(1, LONG).size());
      try (ForkedJvm again = command(jdk, app, "-second", options(app) + "2")) {
        assertEquals(1, again.awaitExit(LONG), again::everything);
        assertEquals(1, again.stderr().lines().count(), again::everything);
        assertTrue(again.stderr().contains("already"), again::everything);
      }
      assertFalse(Waiting.until(() -> app.findings().size() > 1, Duration.ofSeconds(1)));
      assertTrue(app.alive());
      assertEquals("", app.stderr());
    }
  }

  private static void wrong(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "wrong", LaterDeadlock.class)) {
      app.awaitLine("READY", LONG);
      try (ForkedJvm attach = command(jdk, app, "-attach", "fnidings=x")) {
        assertEquals(2, attach.awaitExit(LONG), attach::everything);
        assertEquals(1, attach.stderr().lines().count(), attach::everything);
        assertTrue(attach.stderr().contains("\"findings\""), attach::everything);
      }
      try (ForkedJvm attach = command(jdk, app, "-off", "enabled=off")) {
        assertEquals(1, attach.awaitExit(LONG), attach::everything);
        assertTrue(attach.stderr().contains("turned off by enabled=off"), attach::everything);
      }
      assertEquals("READY\n", app.stdout());
      assertEquals("", app.stderr());
      assertEquals(0, attach(jdk, app, "-right", options(app)), "may be attached to later");
    }
  }

  private static DynamicTest test(String name, Jdk jdk, Check check) {
    return dynamicTest(name + " on " + jdk, () -> check.on(jdk));
  }

  private static ForkedJvm start(Jdk jdk, String name, Class<?> program) throws IOException {
    return ForkedJvm.on(jdk, "attach-" + jdk.feature() + "/" + name)
        .flags("-XX:+EnableDynamicAgentLoading")
        .program(program.getName())
        .start();
  }

  private static String options(ForkedJvm app) {
    return "log=" + app.directory().resolve("report") + ",findings=" + app.findingsFile();
  }

  /** Attaches, and returns the exit status of the command. */
  private static int attach(Jdk jdk, ForkedJvm app, String name, String options) throws Exception {
    try (ForkedJvm attach = command(jdk, app, name.isEmpty() ? "-attach" : name, options)) {
      int status = attach.awaitExit(LONG);
      assertEquals("", attach.stderr());
      assertEquals(1, attach.stdout().lines().count(), attach::everything);
      return status;
    }
  }

  private static ForkedJvm command(Jdk jdk, ForkedJvm app, String name, String options)
      throws IOException {
    return ForkedJvm.on(jdk, "attach-" + jdk.feature() + "/" + app.directory().getFileName() + name)
        .command("-jar", Workshop.jar().toString(), "attach", Long.toString(app.pid()), options)
        .start();
  }

  /** One check on one JDK. */
  private interface Check {
    void on(Jdk jdk) throws Exception;
  }
}
