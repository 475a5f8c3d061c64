package io.standstill.report.jmx;

import io.standstill.pool.PoolFigures;
import io.standstill.report.JsonLine;
import java.time.Instant;

/** Answers JMX clients from the figures of the last look. */
final class PoolBean implements PoolMXBean {
  private volatile PoolFigures figures;

  PoolBean(PoolFigures figures) {
    this.figures = figures;
  }

  void show(PoolFigures newer) {
    figures = newer;
  }

  @Override
  public String getName() {
    return figures.name();
  }

  @Override
  public String getClassName() {
    return figures.className();
  }

  @Override
  public String getCreatedAt() {
    long millis = figures.createdMillis();
    return millis == 0 ? "" : JsonLine.time(Instant.ofEpochMilli(millis));
  }

  @Override
  public int getSize() {
    return figures.size();
  }

  @Override
  public int getCoreSize() {
    return figures.core();
  }

  @Override
  public int getMaxSize() {
    return figures.max();
  }

  @Override
  public int getActive() {
    return figures.active();
  }

  @Override
  public int getQueued() {
    return figures.queued();
  }

  @Override
  public int getRemainingCapacity() {
    return figures.remaining();
  }

  @Override
  public long getCompleted() {
    return figures.completed();
  }

  @Override
  public int getRejected() {
    return figures.rejected();
  }

  @Override
  public long getWaitsMeasured() {
    return figures.waits().count();
  }

  @Override
  public double getMeanWaitMillis() {
    return figures.waits().meanMillis();
  }

  @Override
  public double getWaitMillis99() {
    return figures.waits().millis99();
  }

  @Override
  public long getRunsMeasured() {
    return figures.runs().count();
  }

  @Override
  public double getMeanRunMillis() {
    return figures.runs().meanMillis();
  }

  @Override
  public double getRunMillis99() {
    return figures.runs().millis99();
  }

  @Override
  public double getUtilisation() {
    return Math.max(0, figures.utilisation());
  }

  @Override
  public double getArrivalsPerSecond() {
    return figures.arrivalsPerSecond();
  }

  @Override
  public double getComputingShare() {
    return figures.computing();
  }

  @Override
  public int getSizeByLoad() {
    return figures.advice().byLoad();
  }

  @Override
  public int getSizeByWaiting() {
    return figures.advice().byWaiting();
  }

  @Override
  public String getAdvice() {
    return figures.advice().sentence();
  }
}
