package io.standstill.report.jmx;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingBoard;
import io.standstill.finding.FindingListener;
import io.standstill.report.MadeUp;
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

  private final FindingBoard board;
  private final AgentState agent;

  /** Null while nobody can listen. */
  private volatile NotificationSender sender;

  /** Volatile, so that a flush before a halt does not wait for a registration that hangs. */
  private volatile MBeanServer server;

  /**
   * A report on this board and agent, not visible yet. Making what is shown is slow, and whoever
   * makes the report may be in a hurry: that is left to {@link #register}.
   */
  public JmxReport(FindingBoard board, AgentState agent) {
    this.board = board;
    this.agent = agent;
  }

  /**
   * Makes it visible in an MBean server.
   *
   * @return in one line why that did not work, or nothing
   */
  public synchronized Optional<String> register(MBeanServer into) {
    try {
      OpenFinding.of(MadeUp.finding()); // Loads what is needed, while the JVM is well if it can be.
      NotificationSender made = new NotificationSender(name());
      sender = made;
      into.registerMBean(
          new DescribedBean(new StandstillBean(board, agent, made::problems), made), name());
      server = into;
      made.start();
      return Optional.empty();
    } catch (InstanceAlreadyExistsException taken) {
      sender = null;
      return Optional.of("JMX is off: the name " + NAME + " is taken already");
    } catch (JMException | RuntimeException refused) {
      sender = null;
      return Optional.of("JMX is off: " + refused);
    }
  }

  private static ObjectName name() {
    try {
      return new ObjectName(NAME);
    } catch (JMException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void on(Finding finding) {
    NotificationSender known = sender;
    if (known != null) {
      known.send(finding);
    }
  }

  /**
   * Waits, at most so long, until the listeners have been told of all findings so far. For use
   * before the JVM is halted.
   */
  public boolean flush(long millis) throws InterruptedException {
    NotificationSender known = sender;
    return server == null || known == null || known.flush(millis);
  }

  /** Takes it out of the MBean server again. */
  @Override
  public synchronized void close() {
    if (server != null) {
      try {
        server.unregisterMBean(name());
      } catch (JMException goneAlready) {
        // What was wanted.
      }
      server = null;
      sender.stop();
      sender = null;
    }
  }
}
