package io.standstill.report.jmx;

import io.standstill.finding.ContentionFigures;

/** The columns that rows of locks and rows of pairs of places share. Its getters name them. */
public abstract class ContentionColumns {
  private final ContentionFigures figures;

  ContentionColumns(ContentionFigures figures) {
    this.figures = figures;
  }

  /** How many waits looks have seen. */
  public long getWaits() {
    return figures.waits();
  }

  /** How long threads have waited in all. */
  public long getWaitMillis() {
    return figures.waitMillis();
  }

  /** The longest wait seen. */
  public long getLongestWaitMillis() {
    return figures.longestWaitMillis();
  }

  /** The longest hold seen while somebody waited; 0 if not known. */
  public long getLongestHoldMillis() {
    return figures.longestHoldMillis();
  }

  /** How many waited at the last look. */
  public int getWaitersNow() {
    return figures.waitersNow();
  }

  /** How many waited at most. */
  public int getWaitersPeak() {
    return figures.waitersPeak();
  }
}
