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

  /** So many stops are remembered. */
  private static final int STOPS = 16;

  private static final int[] STOP_ENDS = new int[STOPS];
  private static final int[] STOP_TICKS = new int[STOPS];

  static int tick;

  private static volatile int stops;

  private Clock() {}

  /** Brings the clock up to date. Called by one engine thread about every {@link #TICK_MILLIS}. */
  public static void advance() {
    int now = now();
    int stopped = now - tick - LONGEST_STEP;
    if (stopped > 0) {
      STOP_ENDS[stops % STOPS] = now;
      STOP_TICKS[stops % STOPS] = stopped;
      stops = stops + 1;
    }
    tick = now;
  }

  /**
   * For how many ticks, up to the last advance, the application could have got on: without those in
   * which the process was stopped, or starved.
   */
  public static int steadySince(int since) {
    int ticks = tick - since;
    for (int i = Math.max(0, stops - STOPS); i < stops; i++) {
      ticks -= STOP_ENDS[i % STOPS] > since ? STOP_TICKS[i % STOPS] : 0;
    }
    return ticks;
  }

  /** The current tick, computed from the system's clock: for readers, never for hooks. */
  public static int now() {
    return (int) ((System.nanoTime() - START) / (TICK_MILLIS * 1_000_000L));
  }
}
