package io.standstill.report.jmx;

import java.util.Map;

/**
 * The predictions of Standstill, under {@code io.standstill:type=LockOrder}: apart from what has
 * really happened, and no part of {@code Healthy}. See {@code docs/lock-order.md}.
 */
public interface OrderMXBean {
  /** Whether anything is predicted: option {@code order}. */
  boolean isOn();

  /** How many risks were told. */
  int getRiskCount();

  /** The risks, by id. */
  Map<String, FindingRow> getRisks();

  /** How many risks of the baseline were seen, and not told. */
  int getKnownCount();

  /** The entries of the baseline that nothing has matched so far. */
  String[] getStale();

  /** True if not all could be looked at: see option {@code order-limit}. */
  boolean isDegraded();

  /** Takes in at once what was observed, and returns the risks as text. */
  String look();
}
