package io.standstill.junit;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * This jar as an agent, which does nothing but redefine itself as it is. The first redefinition
 * after an attach makes the JVM throw away what is compiled of all classes: the sooner, the less
 * there is.
 */
public final class EarlyRedefinition {
  private static final int WARNS_FROM = 21;
  private static final String NOT_WITH = "-XX:+EnableDynamicAgentLoading";

  private EarlyRedefinition() {}

  /** The JVM calls this. */
  public static void agentmain(String arguments, Instrumentation instrumentation)
      throws UnmodifiableClassException {
    instrumentation.retransformClasses(EarlyRedefinition.class);
  }

  /**
   * Whether it is likely that the real agent will be wanted, though not known: Surefire looks for
   * tests before it says with which parameters. They may forbid it, so nobody must notice.
   */
  static boolean isWorthIt() {
    return isWorthIt(
        command(),
        Runtime.version().feature(),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  /** Whether Surefire has started this JVM. */
  static boolean isInJvmForTests() {
    return isForTests(command());
  }

  private static String command() {
    return System.getProperty("sun.java.command", "");
  }

  private static boolean isForTests(String command) {
    return command.contains("surefirebooter") || command.contains("ForkedBooter");
  }

  /**
   * Whether it is, in a JVM that runs this.
   *
   * @param command its main class or jar, and the arguments of that
   * @param java the version of Java, such as 17
   * @param arguments its own
   */
  static boolean isWorthIt(String command, int java, List<String> arguments) {
    boolean warns = java >= WARNS_FROM && !arguments.contains(NOT_WITH);
    return isForTests(command) && !warns;
  }

  /** Has the JVM do it. What keeps it from that is told when the real agent is attached. */
  static void tryIt() {
    try {
      Path jar = OtherJvm.ownCode();
      if (Files.isRegularFile(jar)) {
        AttachSocket.open().load(jar, "");
      }
    } catch (IOException | IllegalStateException refused) {
      return; // It only would have been faster.
    }
  }
}
