package io.standstill.it.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.standstill.it.ForkedJvm;
import io.standstill.it.Jdk;
import io.standstill.it.Told;
import io.standstill.it.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Deadlocks that real libraries had in the field, each found with the library's own lines. */
class HangsIT {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration FOUND = Duration.ofSeconds(60);

  /** Per thread: where it waits, and where it took what the others want. */
  record Hang(String program, String library, String kind, Map<String, Sites> threads) {
    @Override
    public String toString() {
      return program;
    }
  }

  record Sites(String waits, String took) {}

  static Stream<Arguments> hangs() {
    return OnEveryJdk.each(
        Stream.of(
            new Hang(
                "hangs.Log4jAppenders",
                "log4j",
                "deadlock",
                Map.of(
                    "sender",
                    new Sites(
                        "org.apache.log4j.Category.callAppenders(Category.java:204)",
                        "org.apache.log4j.AppenderSkeleton.doAppend(AppenderSkeleton.java:231)"),
                    "worker",
                    new Sites(
                        "org.apache.log4j.AppenderSkeleton.doAppend(AppenderSkeleton.java:231)",
                        "org.apache.log4j.Category.callAppenders(Category.java:204)"))),
            new Hang(
                "hangs.H2Shutdown",
                "h2-1.4.199",
                "deadlock",
                Map.of(
                    "shutdown-1",
                    new Sites(
                        "org.h2.command.dml.TransactionCommand.update(TransactionCommand.java:97)",
                        "org.h2.jdbc.JdbcStatement.executeInternal(JdbcStatement.java:220)"),
                    "shutdown-2",
                    new Sites(
                        "org.h2.command.dml.TransactionCommand.update(TransactionCommand.java:97)",
                        "org.h2.jdbc.JdbcStatement.executeInternal(JdbcStatement.java:220)"))),
            new Hang(
                "hangs.DbcpStatements",
                "dbcp",
                "deadlock",
                Map.of(
                    "client",
                    new Sites(
                        "org.apache.commons.pool.impl.GenericKeyedObjectPool.borrowObject"
                            + "(GenericKeyedObjectPool.java:715)",
                        "org.apache.commons.dbcp.PoolingConnection.prepareStatement"
                            + "(PoolingConnection.java:87)"),
                    "evictor",
                    new Sites(
                        "org.apache.commons.dbcp.AbandonedTrace.addTrace(AbandonedTrace.java:172)",
                        "org.apache.commons.pool.impl.GenericKeyedObjectPool.evict"
                            + "(GenericKeyedObjectPool.java:949)"))),
            new Hang(
                "hangs.JavaPoetNames",
                "javapoet",
                "class-init-deadlock",
                Map.of(
                    "type",
                    new Sites(
                        "com.squareup.javapoet.TypeName.<clinit>(TypeName.java:78)",
                        "com.squareup.javapoet.TypeName.<clinit>(TypeName.java:78)"),
                    "name",
                    new Sites("hangs.JavaPoetNames.lambda$main$1(JavaPoetNames.java:", null)))));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("hangs")
  void namesTheThreadsAndTheLinesOfTheLibrary(Hang hang, Jdk jdk) throws Exception {
    try (ForkedJvm jvm = start(hang.program(), hang.library(), jdk)) {
      jvm.awaitLine("STUCK", START);
      List<Told> told = jvm.awaitFindings(1, FOUND);
      assertEquals(1, told.size(), jvm::everything);
      Told finding = told.get(0);
      assertEquals(hang.kind(), finding.text("kind"));
      assertEquals("certain", finding.text("certainty"));
      assertEquals(hang.threads().keySet(), Set.copyOf(finding.waitingThreads()));
      Map<String, String> expected = new TreeMap<>();
      Map<String, String> actual = new TreeMap<>();
      hang.threads()
          .forEach(
              (name, sites) -> {
                JsonObject thread = finding.thread(name);
                note(name + " waits at", sites.waits(), waitSite(thread), expected, actual);
                note(name + " took at", sites.took(), holdSite(thread), expected, actual);
              });
      assertEquals(expected, actual, jvm::everything);
      assertEquals("", jvm.stderr());
    }
  }

  static Stream<Arguments> pools() {
    return OnEveryJdk.each(
        Stream.of(
            new PoolHang("hangs.GuavaOwnPool", "guava", Set.of("lane-1", "lane-2"), "lane"),
            new PoolHang("hangs.TomcatOwnPool", "tomcat", Set.of("exec-1", "exec-2"), "exec"),
            new PoolHang(
                "hangs.RxOwnScheduler",
                "rxjava",
                Set.of("RxSingleScheduler-1"),
                "RxSingleScheduler"),
            new PoolHang("hangs.ReactorOwnScheduler", "reactor", Set.of("lane-1"), "lane"),
            new PoolHang("hangs.JettyOwnPool", "jetty", Set.of("qtp-1", "qtp-2"), "qtp"),
            new PoolHang("hangs.NettyCrossed", "netty", Set.of("loop-1", "loop-2"), "loop"),
            new PoolHang("hangs.NettyOwnLoop", "netty", Set.of("loop-1"), "loop"),
            new PoolHang("hangs.JBossOwnPool", "jboss-threads", Set.of("task-2", "task-3"), "task"),
            new PoolHang("hangs.GuavaSequential", "guava", Set.of("lane-1"), "lane"),
            new PoolHang("hangs.GuavaAllOf", "guava", Set.of("lane-1"), "lane"),
            new PoolHang("hangs.ScalaAwait", "scala", Set.of("lane-1"), "lane"),
            new PoolHang("hangs.KotlinBlocking", "coroutines", Set.of("lane-1"), "lane"),
            new PoolHang(
                "hangs.KotlinDefault",
                "coroutines",
                Set.of("DefaultDispatcher-worker-1", "DefaultDispatcher-worker-2"),
                "DefaultDispatcher"),
            new PoolHang(
                "hangs.VertxOrdered",
                "vertx",
                Set.of("vert.x-worker-thread-0"),
                "vert.x-worker-thread-0",
                "possible"),
            new PoolHang("hangs.ReactorToFuture", "reactor", Set.of("lane-1"), "lane"),
            new PoolHang(
                "hangs.RxMapped", "rxjava", Set.of("RxSingleScheduler-1"), "RxSingleScheduler")));
  }

  /**
   * Pools and futures that are not the JDK's: the waiting threads, and what their pool is called.
   */
  record PoolHang(
      String program, String library, Set<String> threads, String pool, String certainty) {
    PoolHang(String program, String library, Set<String> threads, String pool) {
      this(program, library, threads, pool, "likely");
    }

    @Override
    public String toString() {
      return program;
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("pools")
  void namesThePoolsOfLibraries(PoolHang hang, Jdk jdk) throws Exception {
    try (ForkedJvm jvm = start(hang.program(), hang.library(), jdk)) {
      jvm.awaitLine("STUCK", START);
      List<Told> told = jvm.awaitFindings(1, FOUND);
      assertEquals(1, told.size(), jvm::everything);
      Told finding = told.get(0);
      assertEquals("pool-deadlock", finding.text("kind"));
      assertEquals(hang.certainty(), finding.text("certainty"));
      assertEquals(hang.threads(), Set.copyOf(finding.waitingThreads()));
      assertTrue(finding.text("summary").contains("queued in " + hang.pool()), jvm::everything);
      assertTrue(!jvm.stderr().contains("standstill"), jvm::everything);
    }
  }

  static Stream<Arguments> loans() {
    return OnEveryJdk.each(
        Stream.of(
            new LoanHang(
                "hangs.HikariExhausted", "hikari", 4, "com.zaxxer.hikari.HikariDataSource"),
            new LoanHang(
                "hangs.DbcpExhausted", "dbcp2", 2, "org.apache.commons.dbcp2.BasicDataSource"),
            new LoanHang("hangs.H2PoolExhausted", "h2", 3, "org.h2.jdbcx.JdbcConnectionPool"),
            new LoanHang(
                "hangs.TomcatPoolExhausted", "pools", 3, "org.apache.tomcat.jdbc.pool.DataSource"),
            new LoanHang(
                "hangs.DruidExhausted", "pools", 3, "com.alibaba.druid.pool.DruidDataSource"),
            new LoanHang("hangs.ViburExhausted", "pools", 3, "org.vibur.dbcp.ViburDBCPDataSource"),
            new LoanHang(
                "hangs.CommonsPoolExhausted",
                "dbcp2",
                2,
                "org.apache.commons.pool2.impl.GenericObjectPool")));
  }

  /** Pools of connections: how many there are, all of which are borrowed by those who wait. */
  record LoanHang(String program, String library, int size, String pool) {
    @Override
    public String toString() {
      return program;
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("loans")
  void namesThePoolOfConnectionsAndAllWhoHaveOne(LoanHang hang, Jdk jdk) throws Exception {
    try (ForkedJvm jvm = start(hang.program(), hang.library(), jdk)) {
      jvm.awaitLine("STUCK", START);
      List<Told> told = jvm.awaitFindings(1, FOUND);
      assertEquals(1, told.size(), jvm::everything);
      Told finding = told.get(0);
      assertEquals("stall", finding.text("kind"));
      assertEquals("likely", finding.text("certainty"));
      assertEquals(hang.size(), finding.waitingThreads().size(), jvm::everything);
      String summary = finding.text("summary");
      assertTrue(
          summary.matches(
              ".* one more (connection|object) of a pool of SIZE: SIZE \\1s are borrowed .*"
                  .replace("SIZE", Integer.toString(hang.size()))),
          summary);
      for (String name : finding.waitingThreads()) {
        JsonObject thread = finding.thread(name);
        assertEquals(hang.pool(), thread.getAsJsonObject("waitsFor").get("class").getAsString());
        assertTrue(waitSite(thread).startsWith(hang.program() + "."), jvm::everything);
        assertTrue(
            holdSites(thread).anyMatch(site -> site.startsWith(hang.program() + ".")),
            jvm::everything);
      }
      assertFalse(
          Waiting.until(() -> jvm.findings().size() > 1, Duration.ofSeconds(3)),
          () -> "told once, and not as over: " + jvm.everything());
    }
  }

  /**
   * What ends such a wait may be anyone, as far as the JVM tells: a future that some thread may
   * complete, a notification that some thread may give. These are limits, and no false alarms.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void claimsNothingForCertainAboutWaitsThatAnyoneMightEnd(Jdk jdk) throws Exception {
    for (Map.Entry<String, String> hang :
        Map.of("hangs.GuavaCrossedLoads", "guava", "hangs.Reload4jAsync", "reload4j").entrySet()) {
      try (ForkedJvm jvm = start(hang.getKey(), hang.getValue(), jdk)) {
        jvm.awaitLine("STUCK", START);
        for (Told told : jvm.awaitFindings(1, Duration.ofSeconds(2))) {
          assertTrue(!"certain".equals(told.text("certainty")), jvm::everything);
        }
        assertTrue(jvm.alive(), jvm::everything);
      }
    }
  }

  private static ForkedJvm start(String program, String library, Jdk jdk) throws Exception {
    return ForkedJvm.on(jdk, "libraries/" + program + "-" + jdk.feature())
        .shortLived()
        .agentWithFiles()
        .command("-cp", Programs.classPath(program, new Library(library)), program)
        .start();
  }

  /** Notes only as much of what was told as is expected: a site may be given by its beginning. */
  private static void note(
      String key,
      String wanted,
      String told,
      Map<String, String> expected,
      Map<String, String> actual) {
    if (wanted != null) {
      expected.put(key, wanted);
      boolean begins = told.startsWith(wanted) && !wanted.endsWith(")");
      actual.put(key, begins ? wanted : told);
    }
  }

  private static String waitSite(JsonObject thread) {
    return thread.getAsJsonObject("waitsFor").get("site").getAsString();
  }

  private static String holdSite(JsonObject thread) {
    return holdSites(thread).findFirst().orElseThrow();
  }

  private static Stream<String> holdSites(JsonObject thread) {
    return thread.getAsJsonArray("holds").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(lock -> Told.present(lock, "site") ? lock.get("site").getAsString() : "");
  }
}
