package io.standstill.report;

import io.standstill.finding.LockUse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Names one lock in words: {@code OrderBook.lock (monitor shop.OrderBook@1b2c3d4e), for 1.2 s}. */
final class LockText {
  private static final long WORTH_A_CLOCK_TIME = 60_000;
  private static final long WORTH_A_DATE = 12 * 3_600_000;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private LockText() {}

  /** What it is, and for how long as seen from a point in time. */
  static String of(LockUse lock, Instant now, ZoneId zone) {
    return name(lock) + since(lock.millis(), now, zone);
  }

  /** What it is. */
  static String name(LockUse lock) {
    String object = lock.className() + (lock.identity() == null ? "" : "@" + lock.identity());
    String words =
        switch (lock.type()) {
          case THREAD -> "end of thread " + object;
          case CLASS_INIT -> "initialisation of class " + lock.className();
          default -> lock.type().toString().replace('-', ' ') + " " + object;
        };
    return PlainText.of(lock.name() == null ? words : lock.name() + " (" + words + ")");
  }

  private static String since(Long millis, Instant now, ZoneId zone) {
    if (millis == null) {
      return ", since when is not known";
    }
    if (millis < WORTH_A_CLOCK_TIME) {
      return ", for " + Durations.text(millis);
    }
    DateTimeFormatter format = millis < WORTH_A_DATE ? CLOCK : DATE;
    Instant then = now.minus(millis, ChronoUnit.MILLIS);
    return ", for " + Durations.text(millis) + ", since " + format.format(then.atZone(zone));
  }
}
