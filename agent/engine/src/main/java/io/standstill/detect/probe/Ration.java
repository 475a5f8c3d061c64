package io.standstill.detect.probe;

import java.util.concurrent.TimeUnit;

/**
 * Spaces out dear work that can wait, so that it keeps a processor busy for a small part of the
 * time only.
 */
public final class Ration {
  private static final int PAUSE_PER_WORK = 200;

  private final long shortestNanos;
  private final long longestNanos;
  private boolean taken;
  private long nextNanos;

  /**
   * @param shortestMillis how long to pause after the work at least
   * @param longestMillis how long at most, however dear it was
   */
  public Ration(long shortestMillis, long longestMillis) {
    this.shortestNanos = TimeUnit.MILLISECONDS.toNanos(shortestMillis);
    this.longestNanos = TimeUnit.MILLISECONDS.toNanos(longestMillis);
  }

  /**
   * True if the work may be done again.
   *
   * @param now in nanoseconds, of the same clock each time
   */
  public boolean isDue(long now) {
    return !taken || now - nextNanos >= 0;
  }

  /**
   * The work was done.
   *
   * @param now when it began
   * @param busyNanos how long it kept a processor busy
   */
  public void took(long now, long busyNanos) {
    taken = true;
    nextNanos = now + Math.min(longestNanos, Math.max(shortestNanos, PAUSE_PER_WORK * busyNanos));
  }
}
