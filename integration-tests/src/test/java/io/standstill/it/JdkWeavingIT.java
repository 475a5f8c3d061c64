package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import verdicts.other.PoolTranscript;
import verdicts.other.WatchedTasks;

/** Woven classes of the JDK do what they did before, and what they are woven for. */
class JdkWeavingIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final List<String> SEEN =
      List.of(
          "task is seen: true",
          "task when idle: null",
          "future is seen in ForkJoinPool: true",
          "futures afterwards: 0",
          "future is seen in ThreadPoolExecutor: true",
          "futures afterwards: 0",
          "nested futures: 2",
          "outer one first: true",
          "pool is known",
          "DONE");

  @TestFactory
  Stream<DynamicTest> pools() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                Stream.of(
                    dynamicTest("work as before, on " + jdk, () -> worksAsBefore(jdk)),
                    dynamicTest("are woven when all is there, on " + jdk, () -> loadsFirst(jdk)),
                    dynamicTest("tell what runs, on " + jdk, () -> tellsWhatRuns(jdk)),
                    dynamicTest("tell after an attach, on " + jdk, () -> tellsAfterAttach(jdk))));
  }

  private static void worksAsBefore(Jdk jdk) throws Exception {
    String without = transcript(on(jdk, "without"));
    String with = transcript(on(jdk, "with").agentWithFiles());
    assertEquals(without, with);
  }

  private static String transcript(ForkedJvm.Builder builder) throws Exception {
    try (ForkedJvm app = builder.program(PoolTranscript.class.getName()).start()) {
      assertEquals(0, app.awaitExit(LONG), app::everything);
      assertEquals("", app.stderr());
      return app.stdout();
    }
  }

  /**
   * What concurrent maps need when they are contended must be there before the JVM asks us about
   * the classes that it loads: else it might need itself.
   */
  private static void loadsFirst(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "jdk-weaving-" + jdk.feature() + "/order")
            .flags("-Xlog:class+load")
            .agentWithFiles()
            .program(PoolTranscript.class.getName())
            .start()) {
      assertEquals(0, app.awaitExit(LONG), app::everything);
      String log = app.stdout();
      int needed = log.indexOf(" java.util.concurrent.ThreadLocalRandom source:");
      int asked = log.indexOf(" io.standstill.weave.LoadTransformer source:");
      assertTrue(0 <= needed && needed < asked, () -> needed + " and " + asked);
    }
  }

  private static void tellsWhatRuns(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        on(jdk, "seen").agentWithFiles().program(WatchedTasks.class.getName()).start()) {
      app.awaitLine("READY", LONG);
      assertSeen(app);
    }
  }

  private static void tellsAfterAttach(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        on(jdk, "attached")
            .flags("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+EnableDynamicAgentLoading")
            .program(WatchedTasks.class.getName())
            .start()) {
      app.awaitLine("READY", LONG);
      try (ForkedJvm attach =
          on(jdk, "attaching")
              .command(
                  "-jar",
                  Workshop.jar().toString(),
                  "attach",
                  Long.toString(app.pid()),
                  "log=" + app.directory().resolve("report"))
              .start()) {
        assertEquals(0, attach.awaitExit(LONG), attach::everything);
      }
      assertSeen(app);
    }
  }

  private static void assertSeen(ForkedJvm app) throws Exception {
    app.goOn();
    assertEquals(0, app.awaitExit(LONG), app::everything);
    assertEquals("READY\n" + String.join("\n", SEEN) + "\n", app.stdout());
    assertEquals("", app.stderr());
  }

  private static ForkedJvm.Builder on(Jdk jdk, String test) {
    return ForkedJvm.on(jdk, "jdk-weaving-" + jdk.feature() + "/" + test).verifyingAll();
  }
}
