package io.standstill.pool;

import io.standstill.jvm.Threads;
import io.standstill.pool.PoolFigures.Times;
import io.standstill.recorder.LogHistogram;
import io.standstill.recorder.PoolRecord;
import io.standstill.recorder.PoolRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One pool over time. Written by the thread that looks; {@link #figures} may be read by any. Holds
 * the pool weakly.
 */
public final class PoolHistory {
  /** In larger pools the processor time of some workers stands for that of all. */
  public static final int MOST_CLOCKS = 64;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final PoolRecord record;
  private final ProcessorClock clock;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private String name;
  private PoolSpan now = new PoolSpan();
  private PoolSpan before = new PoolSpan();
  private PoolCounts last;
  private int lastRejected;
  private long lastNanos;
  private Map<Long, Long> processorTimes = Map.of();
  private long longestRunNanos;
  private long computedNanos;
  private volatile PoolFigures figures;

  PoolHistory(PoolRecord record, ProcessorClock clock) {
    this.record = record;
    this.clock = clock;
  }

  /**
   * The figures of a pool that no look has seen yet; null if it is of a kind that is not counted.
   */
  public static PoolFigures atFirstSight(Object pool) {
    PoolCounts counts = PoolCounts.of(pool);
    PoolRecord record = counts == null ? null : PoolRecords.of(pool);
    return record == null ? null : new PoolHistory(record, null).figures(counts, record.rejected());
  }

  /** True if it is about this pool. */
  boolean isAbout(Object pool) {
    return record.pool() == pool;
  }

  /** True if it is about the pool of this record. */
  public boolean isOf(PoolRecord other) {
    return record == other;
  }

  /** The figures of the last look; null until the pool has had a thread. */
  public PoolFigures figures() {
    return figures;
  }

  /** The numbers of the last look; null before it. For the thread that looks. */
  public PoolCounts counts() {
    return last;
  }

  /** When those numbers were read, by {@code System.nanoTime}. For the thread that looks. */
  public long countedNanos() {
    return lastNanos;
  }

  /**
   * How many tasks were rejected since the agent came, as of the last look; 0 if whoever submits
   * them has them run some other way.
   */
  public int refused() {
    return Refusals.loseTasks(record.pool()) ? lastRejected : 0;
  }

  /** True if tasks of the pool hand it more tasks. */
  public boolean feedsItself() {
    return record.feedsItself();
  }

  /** The longest run time measured so far, in nanoseconds. For the thread that looks. */
  public long longestRunNanos() {
    return longestRunNanos;
  }

  /** How long the task whose wait is being timed has waited by now; -1 if none is. */
  public long timedWaitNanos() {
    return record.waitingNanos();
  }

  /** Its processor time, as far as its threads are clocked, in nanoseconds. */
  public long computedNanos() {
    return computedNanos;
  }

  /** Takes the numbers of a look. */
  void add(PoolCounts counts, long nanos, PoolNames names) {
    int rejected = record.rejected();
    if (last != null) {
      advance(counts, rejected, (nanos - lastNanos) / NANOS_PER_SECOND);
    }
    readClocks(counts, last == null ? 0 : (nanos - lastNanos) / NANOS_PER_SECOND);
    last = counts;
    lastRejected = rejected;
    lastNanos = nanos;
    if (name == null && !counts.workers().isEmpty()) {
      name = names.unique(PoolName.of(counts.workers()), Origin.of(record.pool()));
    }
    if (name != null) {
      figures = figures(counts, rejected);
    }
    checkWaitingTask();
  }

  private void advance(PoolCounts counts, int rejected, double seconds) {
    now.seconds += seconds;
    now.busySeconds += counts.active() * seconds;
    now.threadSeconds += counts.size() * seconds;
    double done = Math.max(0, counts.progress() - last.progress());
    now.done += done;
    now.arrived += Math.max(0, counts.arrived() - last.arrived()) + rejected - lastRejected;
    now.waitingSeconds += Math.max(0, counts.arrived() - counts.progress()) * seconds;
    if (seconds > 0) {
      record.pace(done / seconds);
    }
  }

  /** Adds up the processor time of the workers; idle ones use next to none. */
  private void readClocks(PoolCounts counts, double seconds) {
    List<Thread> workers = List.copyOf(counts.workers().threads());
    int clocked = Math.min(MOST_CLOCKS, workers.size());
    Map<Long, Long> times = new HashMap<>();
    long used = 0;
    for (Thread worker : workers.subList(0, clocked)) {
      long id = Threads.id(worker);
      long time = clock.nanos(worker);
      Long earlier = processorTimes.get(id);
      times.put(id, time);
      used += earlier == null || time < earlier ? 0 : time - earlier;
    }
    processorTimes = times;
    computedNanos += used;
    if (clocked > 0 && seconds > 0) {
      now.computedSeconds += used / NANOS_PER_SECOND;
      now.clockedSeconds += counts.active() * seconds * clocked / workers.size();
    }
  }

  /** Lets old times fade. */
  void turnOver() {
    before = now;
    now = new PoolSpan();
    record.turnOver();
  }

  /** A task whose wait is being timed may have left the queue some other way: it will not run. */
  private void checkWaitingTask() {
    Object pool = record.pool();
    Object task = record.waitingNanos() > PATIENCE_NANOS ? record.waitingTask() : null;
    if (pool != null && task != null && ExecutorCounter.hasLeftQueue(pool, task)) {
      record.forget(task);
    }
  }

  private PoolFigures figures(PoolCounts counts, int rejected) {
    PoolSpan span = now.and(before);
    LogHistogram runs = record.runs();
    longestRunNanos = Math.max(longestRunNanos, runs.percentile(100));
    boolean timed = counts.completed() >= 0;
    Times waits = timed ? times(record.waits()) : span.waitsInTheMean();
    Times runTimes = timed ? times(runs) : span.runsInTheMean();
    double arrivals = span.seconds == 0 ? -1 : span.arrived / span.seconds;
    double computing =
        span.clockedSeconds == 0 ? -1 : Math.min(1, span.computedSeconds / span.clockedSeconds);
    return new PoolFigures(
        name,
        className(),
        record.createdMillis(),
        counts.size(),
        counts.core(),
        counts.max(),
        counts.active(),
        counts.queued(),
        counts.remaining(),
        timed ? counts.completed() : Math.max(0, counts.progress() - counts.active()),
        rejected,
        waits,
        runTimes,
        span.threadSeconds == 0 ? -1 : Math.min(1, span.busySeconds / span.threadSeconds),
        arrivals,
        computing,
        SizeAdvice.of(
            runTimes.count(),
            arrivals,
            runTimes.meanMillis() / MILLIS_PER_SECOND,
            computing,
            processors));
  }

  private String className() {
    Object pool = record.pool();
    return pool == null ? "" : pool.getClass().getName();
  }

  private static Times times(LogHistogram times) {
    long count = times.count();
    return count == 0
        ? new Times(0, -1, -1)
        : new Times(count, times.mean() / NANOS_PER_MILLI, times.percentile(99) / NANOS_PER_MILLI);
  }
}
