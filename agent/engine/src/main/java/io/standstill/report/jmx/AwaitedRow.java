package io.standstill.report.jmx;

import io.standstill.finding.PoolUse;

/** Tasks of one kind that are awaited in the queue of a pool. Its getters name the columns. */
public final class AwaitedRow {
  private final PoolUse.QueuedTask task;

  AwaitedRow(PoolUse.QueuedTask task) {
    this.task = task;
  }

  /** Class of the task as it was submitted. */
  public String getClassName() {
    return task.className();
  }

  /** Where it was submitted, as a stack trace element reads; null if unknown. */
  public String getSite() {
    return task.site();
  }

  /** How many there are. */
  public int getCount() {
    return task.count();
  }
}
