package io.standstill.junit;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How long a thread has stood still: blocked, or in a wait without timeout, with one and the same
 * stack. Used by one thread alone.
 */
final class Stillness {
  private final Thread thread;
  private StackTraceElement[] stack = {};
  private long since = System.nanoTime();

  Stillness(Thread thread) {
    this.thread = thread;
  }

  /** Looks again. */
  void look() {
    Thread.State state = thread.getState();
    boolean waits = state == Thread.State.BLOCKED || state == Thread.State.WAITING;
    StackTraceElement[] now = waits ? thread.getStackTrace() : new StackTraceElement[0];
    if (now.length == 0 || !Arrays.equals(stack, now)) {
      stack = now;
      since = System.nanoTime();
    }
  }

  /** It was shaken: what it does now is what counts. */
  void reset() {
    since = System.nanoTime();
  }

  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
  }
}
