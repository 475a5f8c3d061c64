package io.standstill.report;

import java.util.Locale;

/** Writes times as a tired person reads them: two figures that matter, no more. */
final class Durations {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Durations() {}

  /** Such as {@code 850 ms}, {@code 4.2 s}, {@code 3 min 12 s}, {@code 2 h 5 min}. */
  static String text(long millis) {
    if (millis < SECOND) {
      return millis + " ms";
    }
    if (millis < MINUTE) {
      return millis / SECOND + "." + millis % SECOND / 100 + " s";
    }
    if (millis < HOUR) {
      return millis / MINUTE + " min " + millis % MINUTE / SECOND + " s";
    }
    if (millis < DAY) {
      return millis / HOUR + " h " + millis % HOUR / MINUTE + " min";
    }
    return millis / DAY + " d " + millis % DAY / HOUR + " h";
  }

  /** Exact, with commas: {@code 1,234 ms}. */
  static String exact(long millis) {
    return String.format((Locale) null, "%,d ms", millis);
  }
}
