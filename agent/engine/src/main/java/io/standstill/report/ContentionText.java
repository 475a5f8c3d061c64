package io.standstill.report;

import io.standstill.finding.Contention;
import io.standstill.finding.ContentionFigures;
import io.standstill.finding.LockContention;
import java.util.List;
import java.util.Locale;

/** Writes who has waited for which lock, for people: a few lines per lock, the worst first. */
public final class ContentionText {
  /** So many locks are shown at most. */
  public static final int MOST = 20;

  static final String NOTHING = "No look has seen anybody wait for a lock.";

  private ContentionText() {}

  /** The whole table; it does not end with a newline. */
  public static String of(Contention contention) {
    List<LockContention> locks = contention.top(MOST);
    if (locks.isEmpty()) {
      return NOTHING;
    }
    StringBuilder text = new StringBuilder("Waits for locks since ");
    text.append(JsonLine.time(contention.since()));
    text.append(", by looks, longest times to ")
        .append(Contention.RESOLUTION_MILLIS)
        .append(" ms:");
    for (LockContention lock : locks) {
      text.append("\n  ").append(of(lock));
      lock.pairs().forEach(pair -> text.append("\n    ").append(of(pair)));
    }
    return text.toString();
  }

  private static String of(LockContention lock) {
    String name =
        lock.lock().equals(lock.className())
            ? lock.className()
            : lock.lock() + " (" + lock.className() + ")";
    return PlainText.of(name) + ": " + of(lock.figures());
  }

  /** Such as {@code at A.a(A.java:1), held at B.b(B.java:2): about 3.4 s in 12 waits seen, ...}. */
  private static String of(LockContention.Pair pair) {
    return "at "
        + place(pair.waitSite())
        + ", held at "
        + place(pair.holdSite())
        + ": "
        + of(pair.figures());
  }

  private static String place(String site) {
    return site == null ? "a place that is not known" : site;
  }

  private static String of(ContentionFigures figures) {
    String hold =
        figures.longestHoldMillis() == 0
            ? ""
            : ", held for " + Durations.text(figures.longestHoldMillis()) + " at most";
    return String.format(
        (Locale) null,
        "about %s in %s, the longest %s%s; %,d now, %,d at peak",
        Durations.text(figures.waitMillis()),
        waits(figures.waits()),
        Durations.text(figures.longestWaitMillis()),
        hold,
        figures.waitersNow(),
        figures.waitersPeak());
  }

  private static String waits(long count) {
    return count == 1 ? "1 wait seen" : String.format((Locale) null, "%,d waits seen", count);
  }
}
