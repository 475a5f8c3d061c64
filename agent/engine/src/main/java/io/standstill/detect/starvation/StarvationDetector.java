package io.standstill.detect.starvation;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.finding.Kind;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolCounts;
import io.standstill.pool.PoolHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Finds pools that starve: in every look for a long time all threads were busy and tasks were
 * waiting, and not a single task has ended. A pool that has a backlog and gets on with it is not
 * starving, however long the queue; nor are idle workers. What ends more tasks than none is told
 * only if it also rejects tasks in every look.
 *
 * <p>A pool whose tasks are known to run for long is given more time. Nothing is said of a pool of
 * which another finding explains a thread. Not thread-safe: one thread looks.
 */
public final class StarvationDetector {
  /** A pool may take so many times as long as the longest task that was measured. */
  private static final int PATIENCE = 3;

  /** Gaps between looks that are unusual only if they are longer than this. */
  private static final long SHORT_GAP_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final int USUAL_INTERVALS = 3;

  private final Supplier<Duration> threshold;
  private final long usualGapNanos;
  private final Supplier<List<Finding>> active;
  private final FindingListener listener;
  private Map<PoolHistory, Streak> streaks = new IdentityHashMap<>();
  private int told;

  /**
   * A detector that tells a listener.
   *
   * @param threshold how long a pool may stand; asked in each look
   * @param interval time between two looks, when all is well
   * @param active the findings that last now
   */
  public StarvationDetector(
      Supplier<Duration> threshold,
      Duration interval,
      Supplier<List<Finding>> active,
      FindingListener listener) {
    this.threshold = threshold;
    this.usualGapNanos = Math.max(SHORT_GAP_NANOS, USUAL_INTERVALS * interval.toNanos());
    this.active = active;
    this.listener = listener;
  }

  /** Judges what the last look at the pools has seen. */
  public void look(Collection<PoolHistory> pools) {
    Map<PoolHistory, Streak> going = new IdentityHashMap<>();
    for (PoolHistory pool : pools) {
      Streak streak = streaks.remove(pool);
      Streak next = pool.figures() == null ? null : follow(pool, streak);
      if (next != null) {
        going.put(pool, next);
      }
      if (streak != null && streak != next) {
        resolve(streak);
      }
    }
    streaks.values().forEach(this::resolve);
    streaks = going;
  }

  /** The streak of a pool that goes on, a new one, or null if the pool is well. */
  private Streak follow(PoolHistory pool, Streak streak) {
    PoolCounts counts = pool.counts();
    if (!isSaturated(counts)) {
      return null;
    }
    if (streak == null || !streak.goesOn(pool, usualGapNanos)) {
      return new Streak(pool);
    }
    streak.see(pool);
    boolean due = streak.nanos() >= patience(pool, streak);
    if (due && streak.finding() == null && !isExplained(counts) && !isHeldBack(counts)) {
      Finding finding = new StarvationReport(pool, streak).tell("S" + ++told);
      streak.told(finding);
      listener.on(finding);
    }
    return streak;
  }

  private static boolean isSaturated(PoolCounts counts) {
    return counts.size() > 0
        && counts.active() >= counts.size()
        && (counts.due() > 0 || counts.remaining() == 0);
  }

  private long patience(PoolHistory pool, Streak streak) {
    long thresholdNanos = threshold.get().toNanos();
    return streak.isStorm()
        ? thresholdNanos
        : Math.max(thresholdNanos, PATIENCE * pool.longestRunNanos());
  }

  /** By what holds one of the workers. */
  private boolean isExplained(PoolCounts counts) {
    Set<Long> workers = counts.workers().ids();
    return active.get().stream()
        .anyMatch(each -> each.kind().explains(Kind.POOL_STARVATION) && each.isAbout(workers));
  }

  /**
   * True if all workers wait before they begin their tasks, by code of the pool's own: so do pools
   * that can be told to pause. One of them might wait there for what the others do not give back.
   * Of workers that are not known nothing is.
   */
  static boolean isHeldBack(PoolCounts counts) {
    return !counts.workers().isEmpty()
        && counts.workers().threads().stream()
            .allMatch(
                worker ->
                    Threads.state(worker) == Thread.State.WAITING
                        && isBeforeTask(Threads.stack(worker)));
  }

  private static boolean isBeforeTask(StackTraceElement[] stack) {
    for (int i = 1; i < stack.length; i++) {
      if (stack[i].getMethodName().equals("runWorker")
          && stack[i].getClassName().equals(ThreadPoolExecutor.class.getName())) {
        return stack[i - 1].getMethodName().equals("beforeExecute");
      }
    }
    return false;
  }

  private void resolve(Streak streak) {
    if (streak.finding() != null) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - streak.toldNanos());
      listener.on(streak.finding().resolved(Instant.now(), millis));
    }
  }
}
