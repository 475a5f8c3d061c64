package io.standstill.weave;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Bounded waits: a test that hangs tells nothing. */
final class Await {
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);

  private Await() {}

  /** Waits until a thread has come to where a condition holds; fails if the thread ends first. */
  static void until(Thread thread, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (!thread.isAlive() || System.nanoTime() - start > LIMIT) {
        throw new AssertionError(thread + " did not come to wait: " + thread.getState());
      }
      Thread.onSpinWait();
    }
  }

  /** Waits until a thread has ended. */
  static void end(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.NANOSECONDS.toMillis(LIMIT));
    if (thread.isAlive()) {
      throw new AssertionError(thread + " did not end: " + thread.getState());
    }
  }
}
