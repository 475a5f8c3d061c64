package io.standstill.report.jmx;

import io.standstill.finding.LockContention;

/** A place that waited for a lock and one that held it, in the table of contended locks. */
public final class ContentionPairRow extends ContentionColumns {
  private final LockContention.Pair pair;

  ContentionPairRow(LockContention.Pair pair) {
    super(pair.figures());
    this.pair = pair;
  }

  /** Where threads waited, as a stack trace element reads; null if no hook announced it. */
  public String getWaitSite() {
    return pair.waitSite();
  }

  /** Where the lock was taken; null if no journal knew. */
  public String getHoldSite() {
    return pair.holdSite();
  }
}
