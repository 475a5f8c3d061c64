package io.standstill.engine;

/** Does parts of the agent's work of which none may end the others. Thread-safe. */
final class Attempts {
  private final Outputs outputs;

  Attempts(Outputs outputs) {
    this.outputs = outputs;
  }

  /**
   * Does a part of the work, and returns whether that went well. Whatever is thrown, even for want
   * of memory or by code of the application, is told of once and must not end the thread.
   */
  boolean at(String complaint, Runnable part) {
    try {
      part.run();
      return true;
    } catch (Throwable failure) {
      try {
        outputs.problem(complaint + failure + place(failure));
      } catch (Throwable again) {
        return false; // Not even that: no memory, perhaps.
      }
      return false;
    }
  }

  private static String place(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return stack.length == 0 ? "" : " (at " + stack[0] + ")";
  }
}
