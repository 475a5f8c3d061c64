package io.standstill.release;

import java.util.HashMap;
import java.util.Map;

/** Where a thread is: the line in each method on its stack. */
final class Position {
  /** The thread has not begun. */
  static final Position START = new Position(new StackTraceElement[0]);

  /** The thread is not in this method. */
  static final int ABSENT = -1;

  private final Map<String, Integer> lines = new HashMap<>();

  Position(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      lines.merge(
          key(frame.getClassName(), frame.getMethodName()),
          Math.max(0, frame.getLineNumber()),
          Math::min);
    }
  }

  private static String key(String className, String method) {
    return className + "." + method;
  }

  /** The line in a method, 0 if it is unknown, or {@link #ABSENT}. */
  int in(String className, String method) {
    return lines.getOrDefault(key(className, method), ABSENT);
  }
}
