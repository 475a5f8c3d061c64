package io.standstill.junit;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** The agent in this very JVM, asked through JMX. */
final class JmxAgent implements Agent {
  private static final ObjectName NAME = name();

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  /** Whether the agent shows itself: it does so soon after the server has been made. */
  boolean isVisible() {
    return server.isRegistered(NAME);
  }

  @Override
  public List<Finding> findings() {
    TabularData table = (TabularData) attribute("ActiveFindings");
    List<Finding> findings = new ArrayList<>();
    for (Object row : table.values()) {
      findings.add(FindingReader.read((CompositeData) ((CompositeData) row).get("value")));
    }
    return findings;
  }

  @Override
  public String report() {
    return invoke("report");
  }

  @Override
  public String look() {
    return invoke("look");
  }

  @Override
  public boolean healthy() {
    return (boolean) attribute("Healthy");
  }

  private Object attribute(String attribute) {
    try {
      return server.getAttribute(NAME, attribute);
    } catch (JMException refused) {
      throw new IllegalStateException("Standstill does not answer over JMX", refused);
    }
  }

  private String invoke(String operation) {
    try {
      return (String) server.invoke(NAME, operation, new Object[0], new String[0]);
    } catch (JMException refused) {
      throw new IllegalStateException("Standstill does not answer over JMX", refused);
    }
  }

  private static ObjectName name() {
    try {
      return new ObjectName("io.standstill:type=Standstill");
    } catch (JMException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
