package io.standstill.detect;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The JVM's own thread dump as text ({@code jcmd Thread.print}). It stops all threads for as long
 * as it takes, so it is asked for on strong suspicion only.
 */
final class ThreadDump {
  private ThreadDump() {}

  /** The dump, or null if this JVM gives none. */
  static String take() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "threadPrint",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException | RuntimeException notOffered) {
      return null;
    }
  }
}
