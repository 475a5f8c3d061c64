package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import verdicts.other.KnownContention;

/**
 * The figures of contention, beside what the application itself has measured. Runs by itself, since
 * it holds times against each other.
 */
@Isolated
class ContentionIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** What a sum of samples may be off by: a fraction. */
  private static final double ERROR = 0.3;

  /** What a longest time may be off by, in milliseconds: two looks, on a busy machine. */
  private static final long OFF = 600;

  @TestFactory
  Stream<DynamicTest> figures() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .map(jdk -> dynamicTest("are right, on " + jdk, () -> areRight(jdk)));
  }

  private static void areRight(Jdk jdk) throws Exception {
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "contention-" + jdk.feature())
            .agentWithFiles(",interval=100ms")
            .program(KnownContention.class.getName())
            .start()) {
      app.awaitLine("READY", LONG);
      try (JmxClient client = JmxClient.of(app)) {
        MBeanServerConnection server = client.server();
        ObjectName bean = client.bean("type=Contention");
        app.goOn();
        app.awaitLine("OVER", LONG);
        for (String name : List.of("MONITOR", "LOCK", "WRITE")) {
          CompositeData row = row(server, bean, "KnownContention." + name);
          assertRight(app.awaitLine(name, LONG).split(" "), row);
          assertPairs(name.toLowerCase(Locale.ROOT), row);
        }
        server.invoke(bean, "reset", new Object[0], new String[0]);
        assertEquals(0, ((CompositeData[]) server.getAttribute(bean, "Locks")).length);
      }
      app.goOn();
      assertEquals(0, app.awaitExit(LONG));
      assertEquals("", app.stderr());
    }
  }

  /** Nobody waits any more, which the next look sees. */
  private static CompositeData row(MBeanServerConnection server, ObjectName bean, String name) {
    CompositeData[] found = new CompositeData[1];
    boolean rests =
        Waiting.until(
            () -> {
              found[0] = find(server, bean, name);
              return found[0] != null && (int) found[0].get("waitersNow") == 0;
            },
            LONG);
    assertTrue(rests, () -> name + " is still waited for: " + found[0]);
    return found[0];
  }

  private static CompositeData find(MBeanServerConnection server, ObjectName bean, String name) {
    try {
      return Stream.of((CompositeData[]) server.getAttribute(bean, "Locks"))
          .filter(row -> name.equals(row.get("lock")))
          .findFirst()
          .orElse(null);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Measured are: waits, their sum, the longest wait and the longest hold. */
  private static void assertRight(String[] measured, CompositeData row) {
    long waits = (long) row.get("waits");
    long trueWaits = Long.parseLong(measured[1]);
    assertTrue(waits <= trueWaits && waits >= trueWaits * (1 - ERROR), () -> of(measured, row));
    long sum = (long) row.get("waitMillis");
    long trueSum = Long.parseLong(measured[2]);
    assertTrue(Math.abs(sum - trueSum) <= trueSum * ERROR, () -> of(measured, row));
    assertClose(Long.parseLong(measured[3]), (long) row.get("longestWaitMillis"), measured, row);
    assertClose(Long.parseLong(measured[4]), (long) row.get("longestHoldMillis"), measured, row);
    int peak = (int) row.get("waitersPeak");
    assertTrue(peak == 2 || peak == 3, () -> of(measured, row));
  }

  private static void assertClose(long measured, long told, String[] all, CompositeData row) {
    assertTrue(told > 0 && Math.abs(told - measured) <= OFF, () -> of(all, row));
  }

  private static String of(String[] measured, CompositeData row) {
    return row + " where it is " + List.of(measured);
  }

  /** Each pair names the line of the program, and together they are the row. */
  private static void assertPairs(String marker, CompositeData row) {
    Set<String> places = new VerdictProgram(KnownContention.class).marked(marker);
    String place = "verdicts.other.KnownContention.by";
    long waits = 0;
    for (CompositeData pair : (CompositeData[]) row.get("pairs")) {
      waits += (long) pair.get("waits");
      assertTrue((long) pair.get("longestWaitMillis") <= (long) row.get("longestWaitMillis"));
      assertTrue((int) pair.get("waitersPeak") <= (int) row.get("waitersPeak"), row::toString);
      for (String site : List.of("waitSite", "holdSite")) {
        String told = (String) pair.get(site);
        boolean known = told != null && told.startsWith(place);
        assertTrue(
            site.equals("holdSite") && told == null
                || known && places.contains(told.substring(told.indexOf('('))),
            row::toString);
      }
    }
    assertEquals(row.get("waits"), waits, row::toString);
    CompositeData first = ((CompositeData[]) row.get("pairs"))[0];
    assertTrue(first.get("holdSite") != null, row::toString);
  }
}
