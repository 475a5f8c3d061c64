package io.standstill.report;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingBoard;
import io.standstill.finding.FindingListener;
import java.io.Closeable;
import java.util.Optional;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Shows the state of the agent in an MBean server, and sends it a notification per finding. */
public final class JmxReport implements FindingListener, Closeable {
  /** Where to find us. */
  public static final String NAME = "io.standstill:type=Standstill";

  private final ObjectName name;
  private final NotificationSender sender;
  private final DescribedBean bean;

  /** Volatile, so that a flush before a halt does not wait for a registration that hangs. */
  private volatile MBeanServer server;

  /** A report on this board and agent, not visible yet. */
  public JmxReport(FindingBoard board, AgentState agent) {
    try {
      name = new ObjectName(NAME);
    } catch (JMException impossible) {
      throw new IllegalStateException(impossible);
    }
    sender = new NotificationSender(name);
    bean = new DescribedBean(new StandstillBean(board, agent, sender::problems), sender);
  }

  /**
   * Makes it visible in an MBean server.
   *
   * @return in one line why that did not work, or nothing
   */
  public synchronized Optional<String> register(MBeanServer into) {
    try {
      into.registerMBean(bean, name);
    } catch (InstanceAlreadyExistsException taken) {
      return Optional.of("JMX is off: the name " + NAME + " is taken already");
    } catch (JMException | RuntimeException refused) {
      return Optional.of("JMX is off: " + refused);
    }
    server = into;
    sender.start();
    return Optional.empty();
  }

  @Override
  public void on(Finding finding) {
    sender.send(finding);
  }

  /**
   * Waits, at most so long, until the listeners have been told of all findings so far. For use
   * before the JVM is halted.
   */
  public boolean flush(long millis) throws InterruptedException {
    return server == null || sender.flush(millis);
  }

  /** Takes it out of the MBean server again. */
  @Override
  public synchronized void close() {
    if (server != null) {
      try {
        server.unregisterMBean(name);
      } catch (JMException goneAlready) {
        // What was wanted.
      }
      server = null;
      sender.stop();
    }
  }
}
