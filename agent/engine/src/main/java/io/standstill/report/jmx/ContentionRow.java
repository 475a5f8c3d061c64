package io.standstill.report.jmx;

import io.standstill.finding.LockContention;

/** One row of the table of contended locks. */
public final class ContentionRow extends ContentionColumns {
  private final LockContention row;

  ContentionRow(LockContention row) {
    super(row.figures());
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

  /** The places that waited and held, at most five pairs, those with most waiting first. */
  public ContentionPairRow[] getPairs() {
    return row.pairs().stream().map(ContentionPairRow::new).toArray(ContentionPairRow[]::new);
  }
}
