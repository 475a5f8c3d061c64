package io.standstill;

import java.io.File;
import java.lang.instrument.Instrumentation;

/** What the JVM calls, at start-up or on attach. It hands over to the engine at once. */
public final class Agent {
  private Agent() {}

  /** {@code -javaagent:standstill.jar=arguments}. */
  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    start("premain", arguments, instrumentation);
  }

  /** {@code java -jar standstill.jar attach <pid>}. */
  public static void agentmain(String arguments, Instrumentation instrumentation) throws Exception {
    start("agentmain", arguments, instrumentation);
  }

  private static void start(String entry, String arguments, Instrumentation instrumentation)
      throws Exception {
    EngineLoader.ofThisJar()
        .loadClass("io.standstill.engine.Engine")
        .getMethod(entry, String.class, Instrumentation.class, File.class)
        .invoke(null, arguments, instrumentation, EngineLoader.jarFile());
  }
}
