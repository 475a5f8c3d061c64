package io.standstill.junit;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * This jar as an agent, attached before it is known how the real one is wanted. It redefines itself
 * as it is: the first redefinition after an attach makes the JVM throw away what is compiled of all
 * classes, and the sooner, the less there is.
 */
public final class EarlyAgent {
  private static volatile Instrumentation given;

  private EarlyAgent() {}

  /** The JVM calls this. */
  public static void agentmain(String arguments, Instrumentation instrumentation)
      throws UnmodifiableClassException {
    instrumentation.retransformClasses(EarlyAgent.class);
    given = instrumentation;
  }

  /** What the JVM has given it. */
  public static Instrumentation given() {
    return given;
  }

  /**
   * Whether it is known that an agent will be wanted, though not with which options: Surefire has
   * started this JVM for tests, and looks for them before it says with which parameters.
   */
  static boolean isWorthIt() {
    String command = System.getProperty("sun.java.command", "");
    return command.contains("surefirebooter") || command.contains("ForkedBooter");
  }

  /**
   * Attaches it.
   *
   * @return what the real agent can be started with; null if this code is in no jar
   * @throws IOException if the JVM refuses, with its words
   */
  static Instrumentation attach(AttachSocket socket) throws IOException {
    Path jar = OtherJvm.ownCode();
    if (!Files.isRegularFile(jar)) {
      return null;
    }
    socket.load(jar, "");
    try {
      // The JVM loads agents there, which need not be where the tests are.
      return (Instrumentation)
          Class.forName(EarlyAgent.class.getName(), true, ClassLoader.getSystemClassLoader())
              .getMethod("given")
              .invoke(null);
    } catch (ReflectiveOperationException impossible) {
      throw new IOException(impossible);
    }
  }
}
