package io.standstill.recorder;

/**
 * A coarse clock. One engine thread advances it; hooks read it with a plain load, so that no hook
 * ever asks the operating system for the time.
 */
public final class Clock {
  /** Length of a tick in milliseconds: the resolution of every time that a journal records. */
  public static final int TICK_MILLIS = 100;

  private static final long START = System.nanoTime();

  /** A longer step means that the process was stopped: by a debugger, or with the whole machine. */
  private static final int LONGEST_STEP = 10;

  static int tick;

  private static volatile int resumed;

  private Clock() {}

  /** Brings the clock up to date. Called by one engine thread about every {@link #TICK_MILLIS}. */
  public static void advance() {
    int now = now();
    if (now - tick > LONGEST_STEP) {
      resumed = now;
    }
    tick = now;
  }

  /** When the process last went on after it had been stopped; 0 if it never was. */
  public static int resumed() {
    return resumed;
  }

  /** The current tick, computed from the system's clock: for readers, never for hooks. */
  public static int now() {
    return (int) ((System.nanoTime() - START) / (TICK_MILLIS * 1_000_000L));
  }
}
