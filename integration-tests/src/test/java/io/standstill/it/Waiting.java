package io.standstill.it;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Bounded waiting for another process, which offers nothing to wait on but its files. */
public final class Waiting {
  private static final long POLL_MILLIS = 20;

  private Waiting() {}

  /** Waits until the condition holds; false if it did not within the time. */
  public static boolean until(BooleanSupplier condition, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        return condition.getAsBoolean();
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException("interrupted while waiting", stopped);
      }
    }
    return true;
  }
}
