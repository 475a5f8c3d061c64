package io.standstill.it.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.standstill.it.ForkedJvm;
import io.standstill.it.Jdk;
import io.standstill.it.Told;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Deadlocks that real libraries had in the field, predicted from runs that did not hang. */
class LuckyIT {
  private static final Duration END = Duration.ofSeconds(180);

  /** Each risk by thread: where it took the first lock, and where the second. */
  record Lucky(String program, String library, Set<Map<String, Set<String>>> risks) {
    @Override
    public String toString() {
      return program;
    }
  }

  private static final String HTTP =
      "org.apache.commons.httpclient.MultiThreadedHttpConnectionManager.";
  private static final String HTTP_POOL =
      "org.apache.commons.httpclient.MultiThreadedHttpConnectionManager$ConnectionPool.";
  private static final String HTTP_FILE = "(MultiThreadedHttpConnectionManager.java:";
  private static final Set<String> HTTP_SHUTDOWN =
      Set.of(
          HTTP + "shutdownAll" + HTTP_FILE + "112)",
          HTTP + "shutdownAll" + HTTP_FILE + "114)",
          HTTP + "shutdown" + HTTP_FILE + "266)");

  private static final Set<String> DBCP_CLIENT =
      Set.of(
          "org.apache.commons.dbcp.PoolingConnection.prepareStatement(PoolingConnection.java:87)",
          "org.apache.commons.pool.impl.GenericKeyedObjectPool.borrowObject"
              + "(GenericKeyedObjectPool.java:715)");

  private static Set<String> evictorAt(String method, int line) {
    return Set.of(
        "org.apache.commons.pool.impl.GenericKeyedObjectPool.evict(GenericKeyedObjectPool.java:949)",
        "org.apache.commons.dbcp.AbandonedTrace." + method + "(AbandonedTrace.java:" + line + ")");
  }

  static Stream<Arguments> runs() {
    return OnEveryJdk.each(
        Stream.of(
            new Lucky(
                "lucky.Log4jAppenders",
                "log4j",
                Set.of(
                    Map.of(
                        "sender",
                        Set.of(
                            "org.apache.log4j.AppenderSkeleton.doAppend(AppenderSkeleton.java:231)",
                            "org.apache.log4j.Category.callAppenders(Category.java:204)"),
                        "worker",
                        Set.of(
                            "org.apache.log4j.Category.callAppenders(Category.java:204)",
                            "org.apache.log4j.AppenderSkeleton.doAppend"
                                + "(AppenderSkeleton.java:231)")))),
            new Lucky(
                "lucky.DbcpStatements",
                "dbcp",
                Set.of(
                    Map.of("client", DBCP_CLIENT, "evictor", evictorAt("addTrace", 172)),
                    Map.of("client", DBCP_CLIENT, "evictor", evictorAt("removeTrace", 221)))),
            new Lucky(
                "lucky.HttpClientShutdown",
                "httpclient3",
                Set.of(
                    Map.of(
                        "client",
                        Set.of(
                            HTTP + "doGetConnection" + HTTP_FILE + "440)",
                            HTTP + "storeReferenceToConnection" + HTTP_FILE + "160)"),
                        "closer",
                        HTTP_SHUTDOWN),
                    Map.of(
                        "client",
                        Set.of(
                            HTTP_POOL + "freeConnection" + HTTP_FILE + "946)",
                            HTTP + "removeReferenceToConnection" + HTTP_FILE + "223)"),
                        "closer",
                        HTTP_SHUTDOWN)))));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("runs")
  void namesTheLinesOfTheLibrary(Lucky run, Jdk jdk) throws Exception {
    try (ForkedJvm jvm =
        ForkedJvm.on(jdk, "libraries/" + run.program() + "-" + jdk.feature())
            .agentWithFiles()
            .command(
                "-cp", Programs.classPath(run.program(), new Library(run.library())), run.program())
            .start()) {
      assertEquals(0, jvm.awaitExit(END), jvm::everything);
      assertEquals("lucky\n", jvm.stdout());
      assertEquals("", jvm.stderr());
      assertEquals(run.risks().size(), jvm.findings().size(), jvm::everything);
      Set<Map<String, Set<String>>> risks = new HashSet<>();
      for (Told told : jvm.findings()) {
        assertEquals("lock-order", told.text("kind"));
        assertEquals("likely", told.text("certainty"));
        risks.add(places(told));
      }
      assertEquals(run.risks(), risks);
      assertTrue(jvm.report().contains("O1 lock-order (likely): "), jvm::everything);
    }
  }

  private static Map<String, Set<String>> places(Told told) {
    Map<String, Set<String>> places = new HashMap<>();
    told.threads().forEach(each -> places.put(each.get("name").getAsString(), places(each)));
    return places;
  }

  private static Set<String> places(JsonObject thread) {
    Set<String> places = new TreeSet<>();
    places.add(thread.getAsJsonObject("waitsFor").get("site").getAsString());
    thread
        .getAsJsonArray("holds")
        .forEach(held -> places.add(held.getAsJsonObject().get("site").getAsString()));
    return places;
  }
}
