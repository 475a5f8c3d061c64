package io.standstill.junit;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** The agent in this very JVM, asked through JMX. Where it predicts nothing, there is no risk. */
final class JmxLockOrderAgent implements LockOrderAgent {
  private static final String NAME = "io.standstill:type=LockOrder";
  private static final long VISIBLE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long POLL_MILLIS = 10;

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName name;

  /** Waits until the agent shows itself. */
  JmxLockOrderAgent() {
    try {
      name = new ObjectName(NAME);
    } catch (JMException impossible) {
      throw new IllegalStateException(impossible);
    }
    AgentStart.visible();
    long end = System.nanoTime() + VISIBLE_NANOS;
    while (!server.isRegistered(name) && System.nanoTime() < end) {
      OwnThread.rest(POLL_MILLIS);
    }
  }

  @Override
  public List<Finding> risks() {
    List<Finding> risks = new ArrayList<>();
    try {
      server.invoke(name, "look", new Object[0], new String[0]);
      if ((int) attribute("RiskCount") == 0) {
        return risks;
      }
      TabularData table = (TabularData) server.getAttribute(name, "Risks");
      for (Object row : table.values()) {
        risks.add(FindingReader.read((CompositeData) ((CompositeData) row).get("value")));
      }
    } catch (JMException refused) {
      throw unanswered(refused);
    }
    return risks;
  }

  @Override
  public int known() {
    return (int) attribute("KnownCount");
  }

  @Override
  public int stale() {
    return ((String[]) attribute("Stale")).length;
  }

  private Object attribute(String attribute) {
    try {
      return server.getAttribute(name, attribute);
    } catch (JMException refused) {
      throw unanswered(refused);
    }
  }

  private static IllegalStateException unanswered(JMException refused) {
    return new IllegalStateException("Standstill does not answer over JMX", refused);
  }
}
