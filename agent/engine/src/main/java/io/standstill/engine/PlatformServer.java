package io.standstill.engine;

import io.standstill.jvm.PrivateField;
import io.standstill.report.OwnThread;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;

/**
 * The platform's MBean server, which whoever asks first makes. That is never us. Making it
 * initialises {@code java.util.logging} too, and for both the application may name classes that
 * only it can load. And it is work of the kind that the JIT compilers remember: with thousands of
 * calls on its account they compile the JDK's collections otherwise for the application. Until
 * somebody makes it, nobody can see what it shows: the JMX agent makes it for its first client.
 */
final class PlatformServer {
  /** Short beside the time that a JMX client takes to come. */
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private PlatformServer() {}

  /** Waits until there is one, perhaps for ever. */
  static MBeanServer await() {
    PrivateField server = PrivateField.of(ManagementFactory.class, "platformMBeanServer");
    while (server.get(null) == null) {
      OwnThread.rest(POLL_NANOS);
    }
    return ManagementFactory.getPlatformMBeanServer();
  }
}
