package io.standstill.detect.narration;

import io.standstill.finding.PoolLoad;
import io.standstill.pool.PoolFigures;

/** Puts the figures of a pool into a finding: what is not known is left out, not written as -1. */
public final class PoolLoads {
  private PoolLoads() {}

  /** The figures as a finding tells them; null if there are none. */
  public static PoolLoad of(PoolFigures figures) {
    if (figures == null) {
      return null;
    }
    boolean advised = figures.advice().byLoad() >= 0;
    return new PoolLoad(
        known(figures.core()),
        known(figures.remaining()),
        figures.completed(),
        known(figures.rejected()),
        times(figures.waits()),
        times(figures.runs()),
        figures.utilisation() < 0 ? null : figures.utilisation(),
        known(figures.advice().byLoad()),
        known(figures.advice().byWaiting()),
        advised ? figures.advice().sentence() : null);
  }

  private static Integer known(int number) {
    return number < 0 ? null : number;
  }

  private static PoolLoad.Times times(PoolFigures.Times times) {
    Double most99 = times.millis99() < 0 ? null : times.millis99();
    return times.count() == 0 ? null : new PoolLoad.Times(times.meanMillis(), most99);
  }
}
