package io.standstill.report.jmx;

import io.standstill.finding.PoolLoad;
import io.standstill.finding.PoolUse;
import java.util.List;

/**
 * A pool in a row of the table of active findings. Its getters name the columns, as the fields of
 * the JSON lines are called; what is not known is null.
 */
public final class PoolRow {
  private final PoolUse pool;
  private final PoolLoad load;

  PoolRow(PoolUse pool) {
    this.pool = pool;
    this.load = pool.load() == null ? PoolLoad.UNKNOWN : pool.load();
  }

  /** What it is called. */
  public String getName() {
    return pool.name();
  }

  /** Class of the pool. */
  public String getClassName() {
    return pool.className();
  }

  /** How many threads it has. */
  public int getSize() {
    return pool.size();
  }

  /** How many it may have. */
  public int getMax() {
    return pool.max();
  }

  /** How many of its threads are part of the situation. */
  public int getActive() {
    return pool.active();
  }

  /** How many tasks wait in its queue. */
  public int getQueued() {
    return pool.queued();
  }

  /** Those of them that are awaited, one row for each kind. */
  public AwaitedRow[] getAwaited() {
    List<PoolUse.QueuedTask> awaited = pool.awaited();
    AwaitedRow[] rows = new AwaitedRow[awaited.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new AwaitedRow(awaited.get(i));
    }
    return rows;
  }

  /** The smallest size that would do; null if none would. */
  public Integer getNeeds() {
    return pool.needs();
  }

  /** How many threads it keeps and fills up before it queues. */
  public Integer getCore() {
    return load.core();
  }

  /** How many more tasks would fit into its queue. */
  public Integer getRemaining() {
    return load.remaining();
  }

  /** How many tasks have ended since it was made. */
  public Long getCompleted() {
    return load.completed();
  }

  /** How many tasks were rejected since the agent came. */
  public Integer getRejected() {
    return load.rejected();
  }

  /** How long tasks wait in the mean. */
  public Double getMeanWaitMillis() {
    return load.meanWaitMillis();
  }

  /** What 99 of 100 waits did not exceed. */
  public Double getWaitMillis99() {
    return load.waitMillis99();
  }

  /** How long tasks run in the mean. */
  public Double getMeanRunMillis() {
    return load.meanRunMillis();
  }

  /** What 99 of 100 run times did not exceed. */
  public Double getRunMillis99() {
    return load.runMillis99();
  }

  /** Which share of its threads was busy in the mean, 0 to 1. */
  public Double getUtilisation() {
    return load.utilisation();
  }

  /** How many threads it should have by Little's law. */
  public Integer getSizeByLoad() {
    return load.sizeByLoad();
  }

  /** How many could be of use, as tasks wait and compute. */
  public Integer getSizeByWaiting() {
    return load.sizeByWaiting();
  }

  /** The same in words. */
  public String getSizeAdvice() {
    return load.sizeAdvice();
  }
}
