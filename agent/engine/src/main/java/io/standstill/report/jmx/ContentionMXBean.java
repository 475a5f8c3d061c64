package io.standstill.report.jmx;

/**
 * Who has waited for which lock, under {@code io.standstill:type=Contention}, as looks have seen
 * it. No getter touches a lock of the application. See {@code docs/long-waits.md}.
 */
public interface ContentionMXBean {
  /** When counting began, in ISO-8601. */
  String getSince();

  /** The locks that were waited for longest in all, at most 20 of them, longest first. */
  ContentionRow[] getLocks();

  /** The same as text. */
  String report();

  /** Forgets all, and begins again. */
  void reset();
}
