package io.standstill.junit;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How long a thread has stood still: blocked, in a wait without timeout, or in a native method such
 * as the read of a socket, with one and the same stack. Used by one thread alone.
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
    StackTraceElement[] now = thread.getStackTrace();
    boolean still = waits() || now.length > 0 && now[0].isNativeMethod() && !isTimed();
    if (!still || !Arrays.equals(stack, now)) {
      stack = now;
      since = System.nanoTime();
    }
  }

  /** Whether it waits for other threads, and without timeout. */
  boolean waits() {
    Thread.State state = thread.getState();
    return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
  }

  private boolean isTimed() {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  /** It was shaken: what it does now is what counts. */
  void reset() {
    since = System.nanoTime();
  }

  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
  }
}
