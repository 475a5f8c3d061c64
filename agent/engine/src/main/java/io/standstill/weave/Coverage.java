package io.standstill.weave;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What has been woven and what has not: a tool that sees nothing must not look like health.
 * Thread-safe; its private lock is held for a moment only, since class loading threads come here.
 */
public final class Coverage {
  private final Object lock = new Object();
  private final Map<String, Long> skipped = new LinkedHashMap<>();
  private final Map<String, String> examples = new LinkedHashMap<>();
  private long seen;
  private long woven;

  Coverage() {}

  void seen() {
    synchronized (lock) {
      seen++;
    }
  }

  void woven() {
    synchronized (lock) {
      woven++;
    }
  }

  void skip(String reason, String name) {
    synchronized (lock) {
      skipped.merge(reason, 1L, Long::sum);
      examples.putIfAbsent(reason, name);
    }
  }

  /** The JVM refused a class that had been counted as woven. */
  void refused(String reason, String name, boolean counted) {
    synchronized (lock) {
      woven -= counted ? 1 : 0;
      skip(reason, name);
    }
  }

  /** How many classes were looked at; those that the filter excludes are not. */
  public long classesSeen() {
    synchronized (lock) {
      return seen;
    }
  }

  /** How many classes call hooks now. */
  public long classesWoven() {
    synchronized (lock) {
      return woven;
    }
  }

  /** How many classes or methods were left alone, by reason. */
  public Map<String, Long> skipped() {
    synchronized (lock) {
      return new LinkedHashMap<>(skipped);
    }
  }

  /** The first class or method that was left alone, by reason. */
  public Map<String, String> examples() {
    synchronized (lock) {
      return new LinkedHashMap<>(examples);
    }
  }

  /** All of it in one line. */
  public String line() {
    synchronized (lock) {
      StringBuilder line = new StringBuilder();
      line.append(String.format((Locale) null, "%,d classes woven of %,d seen", woven, seen));
      if (!skipped.isEmpty()) {
        long total = skipped.values().stream().mapToLong(Long::longValue).sum();
        StringJoiner reasons =
            new StringJoiner("; ", String.format((Locale) null, "; %,d skipped (", total), ")");
        skipped.forEach(
            (reason, count) ->
                reasons.add(
                    String.format(
                        (Locale) null, "%s: %,d, e.g. %s", reason, count, examples.get(reason))));
        line.append(reasons);
      }
      return line.toString();
    }
  }

  @Override
  public String toString() {
    return line();
  }
}
