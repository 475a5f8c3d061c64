package io.standstill.recorder;

/**
 * A coarse clock. One engine thread advances it; hooks read it with a plain load, so that no hook
 * ever asks the operating system for the time.
 */
public final class Clock {
  /** Length of a tick in milliseconds: the resolution of every time that a journal records. */
  public static final int TICK_MILLIS = 100;

  private static final long START = System.nanoTime();

  static int tick;

  private Clock() {}

  /** Brings the clock up to date. Called by one engine thread about every {@link #TICK_MILLIS}. */
  public static void advance() {
    tick = now();
  }

  /** The current tick, computed from the system's clock: for readers, never for hooks. */
  public static int now() {
    return (int) ((System.nanoTime() - START) / (TICK_MILLIS * 1_000_000L));
  }
}
