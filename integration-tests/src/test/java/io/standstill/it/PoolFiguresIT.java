package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import verdicts.other.BusyForkJoin;
import verdicts.other.BusyPool;

/** What a remote JMX client reads of a pool. */
class PoolFiguresIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TestFactory
  Stream<DynamicTest> remoteClient() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                Stream.of(
                    dynamicTest("reads the figures of a pool, on " + jdk, () -> reads(jdk)),
                    dynamicTest(
                        "reads the means of a fork-join pool, on " + jdk, () -> readsMeans(jdk))));
  }

  private static void readsMeans(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "fork-join-figures-" + jdk.feature())
            .agentWithFiles("")
            .program(BusyForkJoin.class.getName())
            .start()) {
      app.awaitLine("READY", LONG);
      try (JmxClient client = JmxClient.of(app)) {
        MBeanServerConnection server = client.server();
        ObjectName bean = client.bean("type=Pool,name=*fork*,*");
        assertTrue(Waiting.until(() -> number(server, bean, "RunsMeasured") > 100, LONG));
        double run = number(server, bean, "MeanRunMillis");
        assertTrue(run > 10 && run < 500, "a task of 20 ms took " + run);
        double wait = number(server, bean, "MeanWaitMillis");
        assertTrue(wait > run, "behind ten tasks a task waited " + wait + ", it ran " + run);
        assertEquals(-1, number(server, bean, "RunMillis99"));
        assertTrue(number(server, bean, "Completed") > 100);
        assertTrue(number(server, bean, "ArrivalsPerSecond") > 10);
        assertTrue(number(server, bean, "SizeByLoad") > 2, "two threads are too few");
      }
      app.goOn();
      assertEquals(0, app.awaitExit(LONG));
      assertEquals("", app.stderr());
      assertEquals("", app.report());
    }
  }

  private static void reads(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "pool-figures-" + jdk.feature())
            .agentWithFiles(",pool-threshold=3600s")
            .program(BusyPool.class.getName())
            .start()) {
      app.awaitLine("READY", LONG);
      try (JmxClient client = JmxClient.of(app)) {
        MBeanServerConnection server = client.server();
        ObjectName bean = client.bean("type=Pool,name=*work*,*");
        String place = new VerdictProgram(BusyPool.class).marked("made").iterator().next();
        assertEquals("work " + place, server.getAttribute(bean, "Name"));
        assertBusy(server, bean);
        app.goOn();
        app.awaitLine("HELD", LONG);
        assertHeld(server, bean, app);
        app.goOn();
        app.awaitLine("GONE", LONG);
        assertTrue(Waiting.until(() -> !client.has(bean), LONG), "still registered");
      }
      app.goOn();
      assertEquals(0, app.awaitExit(LONG));
      assertEquals("", app.stderr());
      assertEquals("", app.report());
    }
  }

  private static void assertBusy(MBeanServerConnection server, ObjectName bean) throws Exception {
    assertEquals(BusyPool.class.getName() + "$Pool", server.getAttribute(bean, "ClassName"));
    Instant made = Instant.parse((String) server.getAttribute(bean, "CreatedAt"));
    assertTrue(made.isBefore(Instant.now()) && made.isAfter(Instant.now().minusSeconds(300)));
    assertEquals(2, server.getAttribute(bean, "Size"));
    assertEquals(2, server.getAttribute(bean, "CoreSize"));
    assertEquals(2, server.getAttribute(bean, "MaxSize"));
    assertTrue(Waiting.until(() -> number(server, bean, "SizeByLoad") > 0, LONG));
    assertTrue(Waiting.until(() -> number(server, bean, "Completed") > 200, LONG));
    assertTrue(number(server, bean, "Rejected") > 0);
    assertTrue(Waiting.until(() -> number(server, bean, "WaitsMeasured") > 10, LONG));
    assertTrue(Waiting.until(() -> number(server, bean, "RunsMeasured") > 20, LONG));
    double run = number(server, bean, "MeanRunMillis");
    assertTrue(run >= 19 && run < 500, "a task of 20 ms took " + run);
    double wait = number(server, bean, "MeanWaitMillis");
    assertTrue(wait > run, "behind ten tasks a task waited " + wait + ", it ran " + run);
    assertTrue(number(server, bean, "WaitMillis99") >= wait);
    assertTrue(number(server, bean, "RunMillis99") >= run);
    assertTrue(Waiting.until(() -> number(server, bean, "Utilisation") > 0.7, LONG));
    assertTrue(number(server, bean, "Utilisation") <= 1);
    assertTrue(number(server, bean, "ArrivalsPerSecond") > 10);
    assertTrue(number(server, bean, "SizeByLoad") > 2, "two threads are too few");
    String advice = (String) server.getAttribute(bean, "Advice");
    assertTrue(advice.contains("tasks per second"), advice);
  }

  private static void assertHeld(MBeanServerConnection server, ObjectName bean, ForkedJvm app) {
    assertTrue(Waiting.until(() -> isFull(server, bean), LONG), app::everything);
  }

  private static boolean isFull(MBeanServerConnection server, ObjectName bean) {
    return number(server, bean, "Queued") == 10
        && number(server, bean, "RemainingCapacity") == 0
        && number(server, bean, "Active") == 2;
  }

  private static double number(MBeanServerConnection server, ObjectName bean, String attribute) {
    try {
      return ((Number) server.getAttribute(bean, attribute)).doubleValue();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
