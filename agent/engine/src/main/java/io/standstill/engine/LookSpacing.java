package io.standstill.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long to pause after a look. Looks that take long become rarer, so that the agent keeps to a
 * small part of one processor; but never so rare that a deadlock would go untold for long. A single
 * dear look, as the first after classes had to be loaded, does not count. Thread-safe.
 */
final class LookSpacing {
  /** A pause is so many times as long as the look kept a processor busy. */
  private static final int PAUSE_PER_LOOK = 25;

  /** No look is so dear that the pause would be longer, unless the user asked for that. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final long interval;
  private long last;
  private long usual;

  /**
   * @param interval the shortest pause
   */
  LookSpacing(Duration interval) {
    this.interval = interval.toNanos();
  }

  /** A look was taken that kept a processor busy for so long. */
  synchronized void took(long busyNanos) {
    usual = Math.min(busyNanos, last);
    last = busyNanos;
  }

  /** How long to pause before the next look. */
  synchronized long pauseNanos() {
    return Math.max(interval, Math.min(usual * PAUSE_PER_LOOK, LONGEST_NANOS));
  }
}
