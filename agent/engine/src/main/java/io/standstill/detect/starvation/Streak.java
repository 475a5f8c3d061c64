package io.standstill.detect.starvation;

import io.standstill.finding.Finding;
import io.standstill.pool.PoolHistory;
import java.util.List;
import java.util.Map;

/**
 * Looks in a row that saw a pool with all threads busy, and with tasks that wait or no room for
 * any. It goes on while no task ends though some wait; or, as a storm, while every look finds that
 * tasks were rejected.
 */
final class Streak {
  private static final int USUAL_GAPS = 4;

  private final long startNanos;
  private final long startProgress;
  private final int startRefused;
  private final long startComputed;

  /**
   * Where each worker stood in the second look, by thread id: a streak of one look is no streak.
   */
  private Map<Long, List<StackTraceElement>> stacks;

  private long lastNanos;
  private long lastGapNanos;
  private long progress;
  private int refused;
  private boolean storm = true;
  private Finding finding;
  private long toldNanos;

  Streak(PoolHistory pool) {
    startNanos = pool.countedNanos();
    startProgress = pool.counts().progress();
    startRefused = pool.refused();
    startComputed = pool.computedNanos();
    lastNanos = startNanos;
    progress = startProgress;
    refused = startRefused;
  }

  /**
   * False also after a gap that is much longer than the one before and than what is usual: then the
   * process was stopped, and nobody can be blamed for that time.
   */
  boolean goesOn(PoolHistory pool, long usualGapNanos) {
    long gap = pool.countedNanos() - lastNanos;
    boolean stopped = gap > Math.max(usualGapNanos, USUAL_GAPS * lastGapNanos);
    boolean still = pool.counts().due() > 0 && pool.counts().progress() == startProgress;
    boolean storming = storm && pool.refused() > refused;
    return !stopped && (still || storming);
  }

  void see(PoolHistory pool) {
    storm &= pool.refused() > refused;
    lastGapNanos = pool.countedNanos() - lastNanos;
    lastNanos = pool.countedNanos();
    progress = pool.counts().progress();
    refused = pool.refused();
    if (stacks == null) {
      stacks = new PoolScene(pool).stacks();
    }
  }

  /** Where each worker stood when the streak began; null if it has just begun. */
  Map<Long, List<StackTraceElement>> stacks() {
    return stacks;
  }

  /** How long it has lasted. */
  long nanos() {
    return lastNanos - startNanos;
  }

  /** True if tasks have ended, so that only the rejections are worth telling. */
  boolean isStorm() {
    return progress != startProgress;
  }

  /** How many tasks were rejected in this time. */
  int rejections() {
    return refused - startRefused;
  }

  /** Which share of the time the workers have computed, all of them being 1. */
  double computing(PoolHistory pool) {
    int workers = Math.max(1, Math.min(pool.counts().size(), PoolHistory.MOST_CLOCKS));
    return (pool.computedNanos() - startComputed) / ((double) Math.max(1, nanos()) * workers);
  }

  void told(Finding what) {
    finding = what;
    toldNanos = System.nanoTime();
  }

  /** What was told of it, or null. */
  Finding finding() {
    return finding;
  }

  long toldNanos() {
    return toldNanos;
  }
}
