package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import verdicts.deadlock.monitors.TwoMonitors;
import verdicts.deadlock.virtual.VirtualLocks;
import verdicts.other.LaterDeadlock;
import verdicts.resolved.InterruptedLocks;

/** What Flight Recorder is told, read from recordings of JVMs that stand still. */
class JfrIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String RECORD = "-XX:StartFlightRecording:settings=default";

  @TestFactory
  Stream<DynamicTest> flightRecorder() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                Stream.of(
                    test("is told of each wait while threads stand", jdk, JfrIT::whileTheyStand),
                    test("is told of the end", jdk, JfrIT::end),
                    test("is told by a recording that begins later", jdk, JfrIT::later),
                    test("is told of virtual threads", jdk, JfrIT::virtualThreads),
                    test("is not loaded while nobody records", jdk, JfrIT::nobodyRecords),
                    test("may be missing", jdk, JfrIT::missing)));
  }

  private static void whileTheyStand(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "stands", LaterDeadlock.class, RECORD)) {
      app.awaitLine("READY", LONG);
      Recordings recordings = new Recordings(app, jdk);
      recordings.awaitRegistration(LONG);
      app.goOn();
      app.awaitLine("STUCK", LONG);
      Told told = app.awaitFindings(1, LONG).get(0);

      List<RecordedEvent> events = recordings.await(1, "found", 2, LONG);
      assertEquals(2, events.size(), events::toString);
      for (RecordedEvent event : events) {
        for (String key : List.of("kind", "certainty", "summary")) {
          assertEquals(told.text(key), event.getString(key));
        }
        assertEquals(told.text("id"), event.getString("findingId"));
        assertWait(told, event);
      }
      assertEquals(Set.of("a waits for b", "b waits for a"), edges(events));
      String printed = recordings.printed();
      assertTrue(printed.contains("findingId = \"D1\""), printed);
      assertTrue(printed.contains("waiter = \"a\""), printed);
      assertTrue(printed.contains("lasted = 0 s"), printed);
      assertShown(events, recordings.inMissionControl());
      assertEquals("", app.stderr());
    }
  }

  /** Lock, sites and ids must be those of the finding. */
  private static void assertWait(Told told, RecordedEvent event) {
    JsonObject waiter = told.thread(event.getThread("waiter").getJavaName());
    JsonObject owner = told.thread(event.getThread("owner").getJavaName());
    JsonObject lock = waiter.getAsJsonObject("waitsFor");
    JsonObject held = owner.getAsJsonArray("holds").get(0).getAsJsonObject();
    assertEquals(waiter.get("id").getAsLong(), event.getThread("waiter").getJavaThreadId());
    assertEquals(owner.get("id").getAsLong(), event.getThread("owner").getJavaThreadId());
    assertEquals(lock.get("type").getAsString(), event.getString("lockType"));
    assertEquals(lock.get("class").getAsString(), event.getString("lockClass"));
    assertEquals(lock.get("name").getAsString(), event.getString("lockName"));
    assertEquals(lock.get("identity").getAsString(), event.getString("lockIdentity"));
    assertEquals(lock.get("site").getAsString(), event.getString("waitSite"));
    assertEquals(held.get("site").getAsString(), event.getString("holdSite"));
    assertLasts(lock.get("waitedMillis"), event, "waited");
    assertLasts(held.get("heldMillis"), event, "held");
  }

  /** An event comes after its finding. */
  private static void assertLasts(JsonElement millis, RecordedEvent event, String key) {
    assertTrue(event.getDuration(key).toMillis() >= millis.getAsLong(), event::toString);
  }

  /** The same events under their labels, with times that people can read. */
  private static void assertShown(List<RecordedEvent> events, List<Map<String, String>> shown) {
    for (RecordedEvent event : events) {
      String waiter = event.getThread("waiter").getJavaName();
      Map<String, String> row =
          shown.stream()
              .filter(each -> each.get("Waiting Thread").equals(waiter))
              .filter(each -> each.get("State").equals(event.getString("state")))
              .findFirst()
              .orElseThrow(() -> new AssertionError(waiter + " is not among " + shown));
      assertEquals(event.getThread("owner").getJavaName(), row.get("Owner Thread"));
      for (ValueDescriptor field : event.getFields()) {
        if (field.getTypeName().equals("java.lang.String")) {
          assertEquals(event.getString(field.getName()), row.get(field.getLabel()), row::toString);
        }
      }
      for (String time : List.of("Waited", "Held")) {
        assertTrue(row.get(time).matches("[0-9].*(s|min)"), row::toString);
      }
      assertEquals("0 s", row.get("Lasted"));
    }
  }

  private static void end(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "ends", InterruptedLocks.class, RECORD)) {
      app.awaitLine("STUCK", LONG);
      app.awaitFindings(1, LONG);
      Recordings recordings = new Recordings(app, jdk);
      recordings.awaitRegistration(LONG);
      app.goOn();
      app.awaitLine("RESOLVED", LONG);
      Told over = app.awaitFindings(2, LONG).get(1);

      List<RecordedEvent> ended = recordings.await(1, "ended", 1, LONG);
      assertEquals(1, ended.size(), ended::toString);
      assertEquals(over.text("id"), ended.get(0).getString("findingId"));
      assertEquals(
          over.number("resolvedAfterMillis"), ended.get(0).getDuration("lasted").toMillis());
    }
  }

  private static void later(Jdk jdk) throws Exception {
    try (ForkedJvm app = start(jdk, "later", TwoMonitors.class)) {
      app.awaitLine("STUCK", LONG);
      app.awaitFindings(1, LONG);
      Recordings recordings = new Recordings(app, jdk);
      recordings.start();
      recordings.awaitRegistration(LONG);

      assertEquals(
          Set.of("a waits for b", "b waits for a"), edges(recordings.await(1, "lasts", 2, LONG)));

      recordings.start();
      List<RecordedEvent> second = recordings.await(2, "lasts", 2, LONG);
      assertEquals(Set.of("a waits for b", "b waits for a"), edges(second));
      assertEquals(Set.of("D1"), texts(second, "findingId"));
    }
  }

  private static void virtualThreads(Jdk jdk) throws Exception {
    assumeTrue(jdk.feature() >= 21, jdk + " has no virtual threads");
    try (ForkedJvm app = start(jdk, "virtual", VirtualLocks.class, RECORD)) {
      app.awaitLine("STUCK", LONG);
      app.awaitFindings(1, LONG);
      Recordings recordings = new Recordings(app, jdk);
      recordings.awaitRegistration(LONG);
      assertEquals(
          Set.of("v1 waits for v2", "v2 waits for v3", "v3 waits for v1"),
          edges(recordings.await(1, "lasts", 3, LONG)));
    }
  }

  /** One class has to be asked whether anybody records; a JMX server may load others. */
  private static void nobodyRecords(Jdk jdk) throws Exception {
    ForkedJvm.Builder builder = on(jdk, "nobody");
    Path log = builder.directory().resolve("classes");
    builder.flags("-Xlog:class+load:file=" + log).agentWithFiles();
    try (ForkedJvm app = builder.program(TwoMonitors.class.getName()).start()) {
      app.awaitLine("STUCK", LONG);
      app.awaitFindings(1, LONG);
      assertTrue(Waiting.until(() -> !classes(log, "jdk.jfr.").isEmpty(), LONG));
      assertEquals(List.of("jdk.jfr.FlightRecorder"), classes(log, "jdk.jfr.FlightRecorder "));
      assertEquals(List.of(), classes(log, "jdk.jfr.internal.PlatformRecorder "));
      assertEquals(List.of(), classes(log, "jdk.jfr.internal.JVM "));
      assertEquals(List.of(), classes(log, "io.standstill.report.jfr.FindingEvent "));
    }
  }

  private static List<String> classes(Path log, String start) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(line -> line.substring(line.lastIndexOf(']') + 1).strip())
          .filter(line -> line.startsWith(start))
          .map(line -> line.split(" ")[0])
          .toList();
    } catch (Exception notYet) {
      return List.of();
    }
  }

  private static void missing(Jdk jdk) throws Exception {
    String modules = "java.instrument,java.management,jdk.management";
    try (ForkedJvm app = start(jdk, "missing", TwoMonitors.class, "--limit-modules", modules)) {
      app.awaitLine("STUCK", LONG);
      Told told = app.awaitFindings(1, LONG).get(0);
      app.awaitReport(told.text("advice"), LONG);
      assertEquals("", app.stderr());
      assertEquals(1, app.report().lines().filter(line -> line.contains(" - ")).count());
    }
  }

  private static Set<String> edges(List<RecordedEvent> events) {
    return events.stream()
        .map(event -> name(event, "waiter") + " waits for " + name(event, "owner"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(RecordedEvent event, String field) {
    RecordedThread thread = event.getThread(field);
    return thread == null ? "nobody" : thread.getJavaName();
  }

  private static Set<String> texts(List<RecordedEvent> events, String field) {
    return events.stream().map(event -> event.getString(field)).collect(Collectors.toSet());
  }

  private static ForkedJvm start(Jdk jdk, String name, Class<?> program, String... flags)
      throws Exception {
    return on(jdk, name).flags(flags).agentWithFiles().program(program.getName()).start();
  }

  private static ForkedJvm.Builder on(Jdk jdk, String name) {
    return ForkedJvm.on(jdk, "jfr-" + jdk.feature() + "/" + name);
  }

  private static DynamicTest test(String name, Jdk jdk, Check check) {
    return dynamicTest(name + ", on " + jdk, () -> check.on(jdk));
  }

  /** One check on one JDK. */
  private interface Check {
    void on(Jdk jdk) throws Exception;
  }
}
