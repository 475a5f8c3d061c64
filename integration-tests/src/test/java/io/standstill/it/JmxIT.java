package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import verdicts.other.HeldForLong;
import verdicts.other.InterruptsAll;
import verdicts.other.LaterDeadlock;
import verdicts.other.TenThousandThreads;

/** A remote JMX client, this JVM, that has none of the agent's classes. */
class JmxIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TestFactory
  Stream<DynamicTest> remoteClient() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                Stream.of(
                    dynamicTest(
                        "is told of a finding, on " + jdk,
                        () -> isTold(jdk, "told", LaterDeadlock.class)),
                    dynamicTest(
                        "is told though all threads were interrupted, on " + jdk,
                        () -> isTold(jdk, "interrupted", InterruptsAll.class)),
                    dynamicTest("changes a threshold, on " + jdk, () -> changesThreshold(jdk)),
                    dynamicTest("looks in bounded time, on " + jdk, () -> looks(jdk))));
  }

  private static void isTold(Jdk jdk, String name, Class<?> program) throws Exception {
    try (ForkedJvm app = start(jdk, name, program)) {
      app.awaitLine("READY", LONG);
      try (JmxClient client = JmxClient.of(app)) {
        MBeanServerConnection server = client.server();
        ObjectName bean = client.bean("type=Standstill");
        BlockingQueue<Notification> told = new LinkedBlockingQueue<>();
        server.addNotificationListener(bean, (event, none) -> told.add(event), null, null);

        assertEquals(true, server.getAttribute(bean, "Healthy"));
        assertTrue(((TabularData) server.getAttribute(bean, "ActiveFindings")).isEmpty());
        String coverage = (String) server.getAttribute(bean, "Coverage");
        assertTrue(coverage.matches("(?s).*[1-9].*"), coverage);

        app.goOn();
        app.awaitLine("STUCK", LONG);
        assertFinding(told.poll(LONG.toSeconds(), TimeUnit.SECONDS));

        assertEquals(false, server.getAttribute(bean, "Healthy"));
        assertEquals(1, ((TabularData) server.getAttribute(bean, "ActiveFindings")).size());
        String counts = server.getAttribute(bean, "FindingCounts").toString();
        assertTrue(counts.contains("deadlock"), counts);
        String report = (String) server.invoke(bean, "report", new Object[0], new String[0]);
        assertTrue(report.contains("LaterDeadlock.java"), report);
        String looked = (String) server.invoke(bean, "look", new Object[0], new String[0]);
        assertEquals(findings(report), looked);
        assertEquals(0, told.size(), "told once");
        assertEquals(List.of(), List.of((String[]) server.getAttribute(bean, "Problems")));
      }
      assertEquals("", app.stderr());
    }
  }

  /** The report without the figures behind it, which go on. */
  private static String findings(String report) {
    return report.split("\n\nWaits for locks since ")[0];
  }

  private static void assertFinding(Notification event) {
    assertNotNull(event, "no notification came");
    assertEquals("io.standstill.finding", event.getType());
    CompositeData finding = (CompositeData) event.getUserData();
    assertEquals("deadlock", finding.get("kind"));
    assertEquals("certain", finding.get("certainty"));
    assertEquals(2, ((CompositeData[]) finding.get("threads")).length);
    assertTrue(event.getMessage().contains((String) finding.get("summary")), event.getMessage());
    assertFalse(event.getMessage().contains("\n"), "the first line only");
  }

  private static void changesThreshold(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        builder(jdk, "threshold", ",lock-threshold=3600s,grace=0")
            .program(HeldForLong.class.getName())
            .start()) {
      app.awaitLine("STUCK", LONG);
      try (JmxClient client = JmxClient.of(app)) {
        MBeanServerConnection server = client.server();
        ObjectName bean = client.bean("type=Standstill");
        assertEquals(3_600_000L, server.getAttribute(bean, "LockThresholdMillis"));
        assertEquals(List.of(), app.findings());
        for (String other : List.of("PoolThresholdMillis", "StallThresholdMillis")) {
          server.setAttribute(bean, new Attribute(other, 20_000L));
          assertEquals(20_000L, server.getAttribute(bean, other));
        }
        server.setAttribute(bean, new Attribute("LockThresholdMillis", 500L));
        assertEquals("long-hold", app.awaitFindings(1, LONG).get(0).text("kind"));
        List<Told> told = app.awaitFindings(2, LONG);
        assertToldAgain(told.get(0), told.get(1));
        assertEquals(1, ((TabularData) server.getAttribute(bean, "ActiveFindings")).size());
        assertEquals(true, server.getAttribute(bean, "Healthy"), "its holder may well let go");
        assertContention(server);
      }
      assertEquals("", app.stderr());
    }
  }

  /** The same situation, once the wait has doubled. */
  private static void assertToldAgain(Told first, Told second) {
    assertEquals(first.text("id"), second.text("id"));
    assertFalse(second.isResolution(), second::toString);
    assertTrue(waitedSeconds(second) > waitedSeconds(first), second::toString);
  }

  /** By its summary: {@code waiter has waited 1.5 s for holder, which sleeps ...}. */
  private static double waitedSeconds(Told told) {
    return Double.parseDouble(told.text("summary").split(" has waited | s for ")[1]);
  }

  private static void assertContention(MBeanServerConnection server) throws Exception {
    ObjectName bean = new ObjectName("io.standstill:type=Contention");
    CompositeData row = ((CompositeData[]) server.getAttribute(bean, "Locks"))[0];
    assertEquals("lock", row.get("lock"));
    assertEquals("java.lang.Object", row.get("className"));
    assertEquals(1L, row.get("waits"));
    assertEquals(1, row.get("waitersNow"));
    assertTrue((long) row.get("waitMillis") > 0, row::toString);
    assertTrue((long) row.get("longestHoldMillis") > 0, row::toString);
    CompositeData pair = ((CompositeData[]) row.get("pairs"))[0];
    assertTrue(((String) pair.get("waitSite")).contains("HeldForLong.java:"), pair::toString);
    assertTrue(((String) pair.get("holdSite")).contains("HeldForLong.java:"), pair::toString);
    assertEquals(1, pair.get("waitersNow"));
    String report = (String) server.invoke(bean, "report", new Object[0], new String[0]);
    assertTrue(report.contains("lock (java.lang.Object): "), report);
    for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
      boolean isTable = attribute.getName().equals("Locks");
      assertEquals(isTable, attribute.getDescription().contains("100 ms"), "says how exact it is");
    }
    server.invoke(bean, "reset", new Object[0], new String[0]);
  }

  private static void looks(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        builder(jdk, "looks", ",lock-threshold=600s") // for the sleeper holds a lock for long, too
            .program(TenThousandThreads.class.getName())
            .start()) {
      app.awaitLine("STUCK", LONG.multipliedBy(3)); // To start so many takes its time.
      Told told = app.awaitFindings(1, LONG).get(0);
      assertEquals("deadlock", told.text("kind"));
      assertEquals(Set.of("stuck-1", "stuck-2"), told.waitingThreads());
      assertEquals(0L, told.number("waitingBehind"));
      try (JmxClient client = JmxClient.of(app)) {
        MBeanServerConnection server = client.server();
        ObjectName bean = client.bean("type=Standstill");
        client.bean("type=LockOrder"); // What comes last has been made, and costs nothing more.
        server.invoke(bean, "look", new Object[0], new String[0]);
        long before = processorNanos(server);
        String report = (String) server.invoke(bean, "look", new Object[0], new String[0]);
        long millis = (processorNanos(server) - before) / 1_000_000;
        assertTrue(report.contains("stuck-1"), report);
        assertTrue(
            millis < 2_000, "a look at 10,000 threads took " + millis + " ms of a processor");
        assertTrue(Waiting.until(() -> problems(server, bean).length == 2, LONG));
        String problems = String.join("\n", problems(server, bean));
        assertTrue(problems.contains("more than 2,000 threads"), problems);
        assertTrue(problems.contains("more than 4,000 platform threads"), problems);
      }
      assertEquals(1, app.findings().size(), app::everything);
      assertEquals("", app.stderr());
    }
  }

  private static String[] problems(MBeanServerConnection server, ObjectName bean) {
    try {
      return (String[]) server.getAttribute(bean, "Problems");
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Of the whole process, whatever else the machine does: the other threads rest. */
  private static long processorNanos(MBeanServerConnection server) throws Exception {
    ObjectName system = new ObjectName("java.lang:type=OperatingSystem");
    return (long) server.getAttribute(system, "ProcessCpuTime");
  }

  private static ForkedJvm start(Jdk jdk, String name, Class<?> program) throws Exception {
    return builder(jdk, name, "").program(program.getName()).start();
  }

  private static ForkedJvm.Builder builder(Jdk jdk, String name, String options) {
    return ForkedJvm.on(jdk, "jmx-" + jdk.feature() + "/" + name)
        .flags("-Xss256k", "-Xmx512m")
        .agentWithFiles(options);
  }
}
