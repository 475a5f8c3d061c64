package io.standstill.detect.deadlock;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;

/**
 * The JVM's own thread dump as text ({@code jcmd Thread.print}). It stops all threads for as long
 * as it takes, so it is asked for on strong suspicion only. Not through an MBean server: the
 * application may have put its own in place.
 */
final class ThreadDump {
  private static final String PACKAGE = "com.sun.management.internal.";

  private final Object commands;
  private final Method execute;

  private ThreadDump(Object commands, Method execute) {
    this.commands = commands;
    this.execute = execute;
  }

  /** The dumps of this JVM, or null if it offers none: without {@code jdk.management}, say. */
  static ThreadDump ofThisJvm() {
    try {
      ManagementFactory.getThreadMXBean();
      Class.forName(PACKAGE + "PlatformMBeanProviderImpl"); // Loads the native library.
      Class<?> type = Class.forName(PACKAGE + "DiagnosticCommandImpl");
      Method instance = type.getDeclaredMethod("getDiagnosticCommandMBean");
      Method execute = type.getDeclaredMethod("executeDiagnosticCommand", String.class);
      instance.setAccessible(true);
      execute.setAccessible(true);
      return new ThreadDump(instance.invoke(null), execute);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notOffered) {
      return null;
    }
  }

  String take() {
    try {
      return (String) execute.invoke(commands, "Thread.print");
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("the JVM gives no thread dump", failure);
    }
  }
}
