package io.standstill.report.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.detect.longwait.ContentionTable;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingBoard;
import io.standstill.options.OptionParser;
import io.standstill.options.Thresholds;
import io.standstill.report.FindingText;
import io.standstill.report.Findings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerConnection;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JmxReportTest {
  private static final long PATIENCE = 20;

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final FindingBoard board = new FindingBoard();
  private final List<String> problems = new ArrayList<>();
  private final Thresholds thresholds =
      new Thresholds(OptionParser.parse(null, new Properties(), Map.of(), Path.of("")));
  private final ContentionTable contention = new ContentionTable();
  private boolean sees = true;
  private Runnable look = () -> {};
  private final JmxReport report =
      new JmxReport(
          board,
          new AgentState(
              "1.2.3",
              Instant.parse("2026-11-20T11:00:00Z"),
              () -> sees,
              () -> "12 classes watched",
              () -> problems,
              thresholds,
              contention,
              () -> look.run()));
  private ObjectName name;

  @BeforeEach
  void register() throws Exception {
    name = new ObjectName("io.standstill:type=Standstill");
    assertEquals(Optional.empty(), report.register(server));
  }

  @AfterEach
  void close() {
    report.close();
    assertFalse(server.isRegistered(name));
  }

  @Test
  void showsCalmWhenNothingWasFound() throws Exception {
    assertEquals(true, server.getAttribute(name, "Healthy"));
    assertEquals(0, ((TabularData) server.getAttribute(name, "ActiveFindings")).size());
    assertEquals("Nothing stands still.", server.invoke(name, "report", null, null));
    assertEquals("12 classes watched", server.getAttribute(name, "Coverage"));
    assertEquals("1.2.3", server.getAttribute(name, "Version"));
    assertEquals("2026-11-20T11:00:00.000Z", server.getAttribute(name, "StartTime"));
  }

  @Test
  void showsAnActiveFindingAsARowOfATable() throws Exception {
    tell(Findings.transfer("D1"));

    assertEquals(false, server.getAttribute(name, "Healthy"));
    TabularData table = (TabularData) server.getAttribute(name, "ActiveFindings");
    CompositeData row = (CompositeData) table.get(new Object[] {"D1"}).get("value");
    assertEquals("deadlock", row.get("kind"));
    assertEquals("certain", row.get("certainty"));
    assertEquals("2026-11-20T12:00:00.120Z", row.get("since"));
    assertEquals(List.of("transfer-1 #31", "#32"), List.of((String[]) row.get("threads")));
    assertEquals(FindingText.of(Findings.transfer("D1")), row.get("text"));
    assertNull(row.get("endsInMillis"));
    CompositeData second = ((CompositeData[]) row.get("stuckThreads"))[1];
    assertEquals(32L, second.get("id"));
    assertEquals(true, second.get("virtual"));
    assertNull(second.get("waitedMillis"));
    assertEquals(
        Findings.transfer("D1").threads().get(1).stack(), List.of((String[]) second.get("stack")));
    TabularData counts = (TabularData) server.getAttribute(name, "FindingCounts");
    assertEquals(1L, counts.get(new Object[] {"deadlock"}).get("value"));
    assertEquals(0L, counts.get(new Object[] {"class-init-deadlock"}).get("value"));
  }

  @Test
  void showsOfThePoolsOfAFindingAllThatANotificationShows() throws Exception {
    Finding finding = Findings.inPool(Findings.pool(Findings.load()));
    tell(finding);

    CompositeData pool = ((CompositeData[]) onlyRow().get("pools"))[0];
    CompositeData expected = ((CompositeData[]) OpenFinding.of(finding).get("pools"))[0];
    assertSameFields(expected, pool);
    assertSameFields(
        ((CompositeData[]) expected.get("awaited"))[0], ((CompositeData[]) pool.get("awaited"))[0]);
  }

  @Test
  void showsPoolsThatWereLuckyApart() throws Exception {
    tell(Findings.lucky());

    TabularData risks = (TabularData) server.getAttribute(name, "PoolRisks");
    CompositeData risk = (CompositeData) risks.get(new Object[] {"W1"}).get("value");
    assertEquals("pool-self-wait", risk.get("kind"));
    assertEquals("till", ((CompositeData[]) risk.get("pools"))[0].get("name"));
    assertEquals(0, ((TabularData) server.getAttribute(name, "ActiveFindings")).size());
    assertEquals(true, server.getAttribute(name, "Healthy"));
  }

  @Test
  void showsNullForWhatIsNotKnownOfAPool() throws Exception {
    tell(Findings.inPool(Findings.pool(null)));

    CompositeData pool = ((CompositeData[]) onlyRow().get("pools"))[0];
    assertEquals("till", pool.get("name"));
    assertNull(pool.get("completed"));
    assertNull(pool.get("meanRunMillis"));
  }

  private CompositeData onlyRow() throws Exception {
    TabularData table = (TabularData) server.getAttribute(name, "ActiveFindings");
    return (CompositeData) table.get(new Object[] {"D1"}).get("value");
  }

  /** Simple values alone; {@code class} is no name for a getter. */
  private static void assertSameFields(CompositeData expected, CompositeData row) {
    Set<String> names = new TreeSet<>();
    for (String field : expected.getCompositeType().keySet()) {
      String column = field.equals("class") ? "className" : field;
      names.add(column);
      if (expected.getCompositeType().getType(field) instanceof SimpleType) {
        assertEquals(String.valueOf(expected.get(field)), String.valueOf(row.get(column)), column);
      }
    }
    assertEquals(names, row.getCompositeType().keySet());
  }

  @Test
  void forgetsAFindingThatIsResolvedButKeepsItsCount() throws Exception {
    tell(Findings.transfer("D1"));
    tell(Findings.transfer("D1").resolved(Findings.TIME, 5));

    assertEquals(true, server.getAttribute(name, "Healthy"));
    assertEquals(0, ((TabularData) server.getAttribute(name, "ActiveFindings")).size());
    TabularData counts = (TabularData) server.getAttribute(name, "FindingCounts");
    assertEquals(1L, counts.get(new Object[] {"deadlock"}).get("value"));
  }

  @Test
  void neverCallsBlindnessHealth() throws Exception {
    sees = false;
    problems.add("the self-check failed");

    assertEquals(false, server.getAttribute(name, "Healthy"));
    assertEquals(
        "Nothing stands still.\nProblem: the self-check failed",
        server.invoke(name, "report", null, null));
  }

  @Test
  void takesALookAndReportsWhatItFound() throws Exception {
    look = () -> tell(Findings.transfer("D7"));

    assertEquals(FindingText.of(Findings.transfer("D7")), server.invoke(name, "look", null, null));
  }

  @Test
  void tellsInWordsThatALookFailed() throws Exception {
    look =
        () -> {
          throw new IllegalStateException("no");
        };

    assertEquals(
        "The look failed: java.lang.IllegalStateException: no\n\nNothing stands still.",
        server.invoke(name, "look", null, null));
  }

  @Test
  void describesEverythingInOpenTypes() throws Exception {
    MBeanInfo info = server.getMBeanInfo(name);

    for (MBeanAttributeInfo attribute : info.getAttributes()) {
      Object type = attribute.getDescriptor().getFieldValue("openType");
      assertTrue(type instanceof OpenType<?>, attribute::getName);
      assertFalse(attribute.getDescription().equals(attribute.getName()), attribute::getName);
    }
    assertEquals(11, info.getAttributes().length);
    assertEquals(2, info.getOperations().length);
    assertEquals(
        List.of("io.standstill.finding", "io.standstill.risk", "io.standstill.finding.resolved"),
        List.of(info.getNotifications()[0].getNotifTypes()));
  }

  @Test
  void changesThresholdsButNotToNonsense() throws Exception {
    assertEquals(5_000L, server.getAttribute(name, "LockThresholdMillis"));
    assertEquals(10_000L, server.getAttribute(name, "PoolThresholdMillis"));
    assertEquals(10_000L, server.getAttribute(name, "StallThresholdMillis"));

    server.setAttribute(name, new Attribute("LockThresholdMillis", 750L));
    server.setAttribute(name, new Attribute("PoolThresholdMillis", 60_000L));
    server.setAttribute(name, new Attribute("StallThresholdMillis", 20_000L));

    assertEquals(750L, server.getAttribute(name, "LockThresholdMillis"));
    assertEquals(Duration.ofMillis(750), thresholds.lock());
    assertEquals(Duration.ofSeconds(60), thresholds.pool());
    assertEquals(Duration.ofSeconds(20), thresholds.stall());

    RuntimeMBeanException refused =
        assertThrows(
            RuntimeMBeanException.class,
            () -> server.setAttribute(name, new Attribute("LockThresholdMillis", 499L)));
    assertEquals(
        "499 is not in 500 to 86400000 milliseconds", refused.getTargetException().getMessage());
    assertEquals(Duration.ofMillis(750), thresholds.lock());
  }

  @Test
  void saysThatTheNameIsTaken() {
    JmxReport second =
        new JmxReport(
            new FindingBoard(),
            new AgentState(
                "2",
                Instant.EPOCH,
                () -> true,
                () -> "",
                List::of,
                thresholds,
                contention,
                () -> {}));

    assertEquals(
        Optional.of("JMX is off: the name io.standstill:type=Standstill is taken already"),
        second.register(server));
    second.close();
    assertTrue(server.isRegistered(name), "the first one must stay");
  }

  @Test
  void notifiesARemoteClientInOpenTypes() throws Exception {
    JMXServiceURL anyPort = new JMXServiceURL("rmi", "127.0.0.1", 0);
    JMXConnectorServer connector =
        JMXConnectorServerFactory.newJMXConnectorServer(anyPort, Map.of(), server);
    connector.start();
    try (JMXConnector client = JMXConnectorFactory.connect(connector.getAddress())) {
      MBeanServerConnection remote = client.getMBeanServerConnection();
      BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
      remote.addNotificationListener(name, (n, handback) -> heard.add(n), null, null);

      tell(Findings.transfer("D1"));
      tell(Findings.transfer("D1").resolved(Findings.TIME.plusMillis(7), 7));

      Notification found = heard.poll(PATIENCE, TimeUnit.SECONDS);
      assertNotNull(found);
      assertEquals("io.standstill.finding", found.getType());
      assertEquals(name, found.getSource());
      assertEquals(1, found.getSequenceNumber());
      assertEquals(FindingText.firstLine(Findings.transfer("D1")), found.getMessage());
      CompositeData data = (CompositeData) found.getUserData();
      assertEquals(FindingText.of(Findings.transfer("D1")), data.get("text"));
      assertNull(data.get("resolvedAfterMillis"));
      CompositeData second = ((CompositeData[]) data.get("threads"))[1];
      CompositeData wanted = (CompositeData) second.get("waitsFor");
      assertEquals(true, second.get("virtual"));
      assertEquals("write-lock", wanted.get("type"));
      assertEquals(List.of(31L), List.of((Long[]) wanted.get("owners")));
      assertNull(wanted.get("waitedMillis"));
      assertEquals(252_000L, ((CompositeData[]) second.get("holds"))[0].get("heldMillis"));

      Notification over = heard.poll(PATIENCE, TimeUnit.SECONDS);
      assertNotNull(over);
      assertEquals("io.standstill.finding.resolved", over.getType());
      assertEquals(2, over.getSequenceNumber());
      assertEquals(7L, ((CompositeData) over.getUserData()).get("resolvedAfterMillis"));
    } finally {
      connector.stop();
    }
  }

  @Test
  void neverWaitsForAListenerThatBlocks() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    NotificationListener blocking =
        (notification, handback) -> {
          entered.countDown();
          try {
            goOn.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        };
    server.addNotificationListener(name, blocking, null, null);

    report.on(Findings.transfer("D1"));
    assertTrue(entered.await(PATIENCE, TimeUnit.SECONDS));
    for (int i = 0; i < NotificationSender.QUEUE_LENGTH + 3; i++) {
      report.on(Findings.transfer("D2"));
    }

    assertEquals(
        List.of(
            "JMX notifications not delivered: 3 because a listener is too slow, 0 because it"
                + " failed"),
        List.of((String[]) server.getAttribute(name, "Problems")));
    assertFalse(report.flush(1), "the listener still blocks");
    goOn.countDown();
    assertTrue(report.flush(TimeUnit.SECONDS.toMillis(PATIENCE)));
  }

  @Test
  void worksInThePlatformServerOfThisJvm() {
    JmxReport platform =
        new JmxReport(
            board,
            new AgentState(
                "2",
                Instant.EPOCH,
                () -> true,
                () -> "",
                List::of,
                thresholds,
                contention,
                () -> {}));

    assertEquals(Optional.empty(), platform.register(ManagementFactory.getPlatformMBeanServer()));
    platform.close();
  }

  private void tell(Finding finding) {
    board.on(finding);
    report.on(finding);
  }
}
