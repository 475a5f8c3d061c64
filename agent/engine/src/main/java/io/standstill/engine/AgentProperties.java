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
      Properties properties =
          (Properties)
              Class.forName("jdk.internal.vm.VMSupport")
                  .getMethod("getAgentProperties")
                  .invoke(null);
      properties.setProperty(key, value);
    } catch (ReflectiveOperationException notOffered) {
      return;
    }
  }
}
