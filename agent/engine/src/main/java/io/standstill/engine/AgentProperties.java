package io.standstill.engine;

import io.standstill.options.AttachChannel;
import java.util.Properties;

/** This JVM's agent properties, which the attach mechanism lets other processes read. */
final class AgentProperties {
  private AgentProperties() {}

  static void answer(String status, String message) {
    set(AttachChannel.STATUS, status);
    set(AttachChannel.MESSAGE, message);
  }

  /** Does nothing where the JVM has no such properties: they serve the command line alone. */
  static void set(String key, String value) {
    try {
      ofThisJvm().setProperty(key, value);
    } catch (ReflectiveOperationException notOffered) {
      return;
    }
  }

  /** The value, or null. */
  static String get(String key) {
    try {
      return ofThisJvm().getProperty(key);
    } catch (ReflectiveOperationException notOffered) {
      return null;
    }
  }

  private static Properties ofThisJvm() throws ReflectiveOperationException {
    return (Properties)
        Class.forName("jdk.internal.vm.VMSupport").getMethod("getAgentProperties").invoke(null);
  }
}
