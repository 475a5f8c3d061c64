package io.standstill;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

/**
 * What the JVM calls, at start-up or on attach. It hands over to the engine at once. Nothing is
 * ever thrown from here: at start-up the JVM would end.
 */
public final class Agent {
  private Agent() {}

  /** {@code -javaagent:standstill.jar=arguments}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    start("premain", arguments, instrumentation);
  }

  /** {@code java -jar standstill.jar attach <pid>}. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start("agentmain", arguments, instrumentation);
  }

  private static void start(String entry, String arguments, Instrumentation instrumentation) {
    try {
      EngineLoader.ofThisJar()
          .loadClass("io.standstill.engine.Engine")
          .getMethod(entry, String.class, Instrumentation.class, File.class)
          .invoke(null, arguments, instrumentation, EngineLoader.jarFile());
    } catch (InvocationTargetException failure) {
      say(failure.getCause());
    } catch (Throwable failure) {
      say(failure);
    }
  }

  private static void say(Throwable failure) {
    try {
      String line = "standstill: cannot start, the application runs unwatched: " + failure;
      try {
        FileOutputStream out = new FileOutputStream(FileDescriptor.err);
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (SecurityException forbidden) {
        System.err.println(line);
      }
    } catch (Throwable nobodyListens) {
      return; // There is no other place to say it.
    }
  }
}
