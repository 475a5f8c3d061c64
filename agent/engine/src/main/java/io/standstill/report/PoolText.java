package io.standstill.report;

import io.standstill.finding.PoolLoad;
import io.standstill.finding.PoolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes of a pool what it is, how it has fared, who is awaited in its queue, what it needs. */
final class PoolText {
  /** The JDK's unbounded queues have room for as many as an {@code int} can count. */
  private static final int NO_BOUND = Integer.MAX_VALUE / 2;

  private PoolText() {}

  static List<String> lines(PoolUse pool) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  pool "
            + PlainText.of(pool.name())
            + ", "
            + pool.className()
            + ", "
            + pool.size()
            + (pool.size() == 1 ? " thread" : " threads")
            + ", "
            + pool.queued()
            + " queued");
    if (pool.load() != null) {
      lines.add("    figures     " + figures(pool, pool.load()));
    }
    for (PoolUse.QueuedTask task : pool.awaited()) {
      String place = task.site() == null ? "" : ", submitted at " + task.site();
      lines.add("    awaited     " + task.count() + " x " + task.className() + place);
    }
    if (pool.needs() != null) {
      lines.add(
          "    needs       " + pool.needs() + " threads, or another pool for the awaited tasks");
    }
    return lines;
  }

  private static String figures(PoolUse pool, PoolLoad load) {
    StringJoiner words = new StringJoiner(", ");
    add(words, "core %d", load.core());
    words.add("at most " + pool.max());
    if (load.remaining() != null && load.remaining() < NO_BOUND) {
      words.add(format("room for %,d more in the queue", load.remaining()));
    }
    add(words, "%,d completed", load.completed());
    add(words, "%,d rejected", load.rejected());
    add(words, "wait", load.waitMillis());
    add(words, "run", load.runMillis());
    if (load.utilisation() != null) {
      words.add(Math.round(100 * load.utilisation()) + " % busy");
    }
    add(words, "size by load %,d", load.sizeByLoad());
    add(words, "by waiting %,d", load.sizeByWaiting());
    return words.toString();
  }

  private static void add(StringJoiner words, String form, Object number) {
    if (number != null) {
      words.add(format(form, number));
    }
  }

  private static void add(StringJoiner words, String what, PoolLoad.Times times) {
    if (times != null) {
      String most99 = times.most99() == null ? "" : " (99 %: " + time(times.most99()) + ")";
      words.add(what + " " + time(times.mean()) + most99);
    }
  }

  /** Most tasks are short, so fractions of a millisecond matter. */
  private static String time(double millis) {
    return millis < 1_000 ? format("%.1f ms", millis) : Durations.text(Math.round(millis));
  }

  private static String format(String form, Object... values) {
    return String.format((Locale) null, form, values);
  }
}
