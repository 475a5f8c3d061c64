package io.standstill.it;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A connection to the MBean server of a program, with none of the agent's classes. */
record JmxClient(JMXConnector connector, MBeanServerConnection server) implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(60);

  static JmxClient of(ForkedJvm app) throws Exception {
    VirtualMachine vm = VirtualMachine.attach(Long.toString(app.pid()));
    try {
      JMXServiceURL address = new JMXServiceURL(vm.startLocalManagementAgent());
      JMXConnector connector = JMXConnectorFactory.connect(address);
      return new JmxClient(connector, connector.getMBeanServerConnection());
    } finally {
      vm.detach();
    }
  }

  /** A bean with such properties, {@code type=Standstill}: it comes soon after start-up. */
  ObjectName bean(String properties) {
    ObjectName pattern = name("io.standstill:" + properties);
    if (!Waiting.until(() -> has(pattern), LONG)) {
      throw new AssertionError("no bean " + pattern);
    }
    return names(pattern).iterator().next();
  }

  /** True if such a bean is registered now. */
  boolean has(ObjectName bean) {
    return !names(bean).isEmpty();
  }

  private Set<ObjectName> names(ObjectName pattern) {
    try {
      return server.queryNames(pattern, null);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (MalformedObjectNameException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
