package io.standstill.jvm;

import io.standstill.recorder.Site;
import java.util.Arrays;
import java.util.List;

/** Stack frames as text, without module or loader names, so that they read like a {@link Site}. */
public final class Frames {
  private static final List<String> JDK_PACKAGES =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private static final int NO_LINE = -1;

  private Frames() {}

  public static String text(StackTraceElement frame) {
    String file = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
    String place =
        frame.isNativeMethod()
            ? "Native Method"
            : frame.getLineNumber() >= 0 ? file + ":" + frame.getLineNumber() : file;
    return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
  }

  /** The same without the line. */
  public static String method(StackTraceElement frame) {
    String file = frame.getFileName();
    return text(new StackTraceElement(frame.getClassName(), frame.getMethodName(), file, NO_LINE));
  }

  public static List<String> text(StackTraceElement[] stack) {
    return Arrays.stream(stack).map(Frames::text).toList();
  }

  public static boolean isJdk(StackTraceElement frame) {
    return isJdk(frame.getClassName());
  }

  /** True for the name of a class that the JDK brings along. */
  public static boolean isJdk(String className) {
    return JDK_PACKAGES.stream().anyMatch(className::startsWith);
  }

  /** The innermost frame of the application, or the innermost of all; null if there is none. */
  public static String applicationFrame(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .skip(beyondAgents(stack))
        .filter(frame -> !isJdk(frame))
        .findFirst()
        .or(() -> Arrays.stream(stack).findFirst())
        .map(Frames::text)
        .orElse(null);
  }

  /**
   * The index of the innermost frame that is not the work of an agent: a thread that loads a class
   * runs the transformers of all agents, this one included.
   */
  public static int beyondAgents(StackTraceElement[] stack) {
    for (int i = stack.length - 1; i >= 0; i--) {
      if (stack[i].getClassName().equals("sun.instrument.InstrumentationImpl")
          && stack[i].getMethodName().equals("transform")) {
        return i + 1;
      }
    }
    return 0;
  }
}
