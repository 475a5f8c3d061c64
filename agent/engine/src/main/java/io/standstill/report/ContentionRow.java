package io.standstill.report;

import io.standstill.finding.LockContention;

/** One row of the table of contended locks. Its getters name the columns. */
public final class ContentionRow {
  private final LockContention row;

  ContentionRow(LockContention row) {
    this.row = row;
  }

  /** The field or variable that the lock came from; else its class. */
  public String getLock() {
    return row.lock();
  }

  /** Class of the lock. */
  public String getClassName() {
    return row.className();
  }

  /** How many waits looks have seen. */
  public long getWaits() {
    return row.waits();
  }

  /** How long threads have waited in all. */
  public long getWaitMillis() {
    return row.waitMillis();
  }

  /** The longest wait seen. */
  public long getLongestWaitMillis() {
    return row.longestWaitMillis();
  }

  /** The longest hold seen while somebody waited; 0 if not known. */
  public long getLongestHoldMillis() {
    return row.longestHoldMillis();
  }

  /** How many waited at the last look. */
  public int getWaitersNow() {
    return row.waitersNow();
  }

  /** How many waited at most. */
  public int getWaitersPeak() {
    return row.waitersPeak();
  }

  /** The places that waited and held, as sentences, those with most waiting first. */
  public String[] getPairs() {
    return row.pairs().stream().map(ContentionText::of).toArray(String[]::new);
  }
}
