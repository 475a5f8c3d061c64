package io.standstill.it.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.standstill.it.ForkedJvm;
import io.standstill.it.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Libraries at work behave under the agent as they do alone, and nothing is found. */
class ExercisedIT {
  private static final Duration END = Duration.ofSeconds(180);

  record Exercise(String library, String program, String... flags) {
    @Override
    public String toString() {
      return program;
    }
  }

  static Stream<Arguments> exercises() {
    return OnEveryJdk.each(
        Stream.of(
            new Exercise("h2", "H2Transactions"),
            new Exercise("jetty", "JettyLoopback"),
            new Exercise("junit3", "JUnit3Suite"),
            new Exercise("xerces", "XercesParsing"),
            new Exercise("collections", "CollectionsUnderThreads"),
            new Exercise("kafka", "KafkaWithoutBroker"),
            new Exercise("logback", "LogbackApplication"),
            new Exercise("mockito", "MockingApplication"),
            new Exercise("netty", "NettyLoops"),
            new Exercise("guava", "GuavaBetween"),
            new Exercise("vertx", "VertxContexts"),
            new Exercise("jboss-threads", "JBossPool"),
            new Exercise("coroutines", "KotlinLanes"),
            new Exercise(
                "pools",
                "BusyPools",
                "-Dcom.mchange.v2.log.MLog=com.mchange.v2.log.FallbackMLog",
                "-Dcom.mchange.v2.log.FallbackMLog.DEFAULT_CUTOFF_LEVEL=OFF"),
            new Exercise(
                "junit3",
                "OwnLogManager",
                "-Djava.util.logging.manager=exercise.OwnLogManager$Manager")));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("exercises")
  void worksAsItDoesAlone(Exercise exercise, Jdk jdk) throws Exception {
    try (ForkedJvm alone = builder(exercise, jdk, "-alone").shortLived().start();
        ForkedJvm woven = builder(exercise, jdk, "").agentWithFiles().start()) {
      assertEquals(0, alone.awaitExit(END), alone::everything);
      assertEquals(0, woven.awaitExit(END), woven::everything);
      assertFalse(alone.stdout().isEmpty(), alone::everything);
      assertEquals(alone.stdout(), woven.stdout());
      assertEquals(withoutIds(alone.stderr()), withoutIds(woven.stderr()));
      assertEquals(List.of(), woven.findings());
      assertEquals("", woven.report());
    }
  }

  private static ForkedJvm.Builder builder(Exercise exercise, Jdk jdk, String suffix) {
    String program = "exercise." + exercise.program();
    Library library = new Library(exercise.library());
    Path resources = Programs.source(exercise.library());
    return ForkedJvm.on(jdk, "libraries/" + program + "-" + jdk.feature() + suffix)
        .flags(exercise.flags())
        .command("-cp", library.classPath(Programs.classes(program, library), resources), program);
  }

  /** The JVM's own warnings about what libraries do carry numbers of the process. */
  private static String withoutIds(String text) {
    return text.replaceAll("\\d+", "#");
  }
}
