package io.standstill.engine;

import io.standstill.jvm.PrivateField;
import io.standstill.report.OwnThread;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;

/**
 * The platform's MBean server, which whoever asks first makes. Making it initialises {@code
 * java.util.logging} too, and for both the application may name classes that only it can load, in
 * system properties that it may set as late as in {@code main}. So we give it a moment, and if it
 * names such classes we leave the making to it, or to the JMX agent.
 */
final class PlatformServer {
  private static final long MOMENT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final PrivateField SERVER =
      PrivateField.ifPresent(ManagementFactory.class.getName(), "platformMBeanServer");

  private PlatformServer() {}

  /**
   * Waits for the server if need be, perhaps for ever.
   *
   * @param running true if {@code main} began long ago
   */
  static MBeanServer await(boolean running) {
    long end = System.nanoTime() + (running ? 0 : MOMENT_NANOS);
    boolean patient = !running;
    while (!isMade() && (patient || isApplicationsChoice())) {
      OwnThread.rest(patient ? SHORT_NANOS : MOMENT_NANOS);
      patient = System.nanoTime() - end < 0;
    }
    return ManagementFactory.getPlatformMBeanServer();
  }

  static boolean isApplicationsChoice() {
    return System.getProperty("java.util.logging.manager") != null
        || System.getProperty("javax.management.builder.initial") != null;
  }

  /** False on a JDK that hides it: then we are no wiser, and must not make one by mistake. */
  private static boolean isMade() {
    return SERVER != null && SERVER.get(null) != null;
  }
}
