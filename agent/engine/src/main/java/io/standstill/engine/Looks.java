package io.standstill.engine;

import io.standstill.detect.deadlock.DeadlockDetector;
import io.standstill.detect.longwait.ContentionTable;
import io.standstill.detect.longwait.LockWaitDetector;
import io.standstill.detect.probe.Leftovers;
import io.standstill.detect.probe.SteadyTime;
import io.standstill.detect.stall.StallDetector;
import io.standstill.detect.starvation.BacklogDetector;
import io.standstill.detect.starvation.SelfWaitDetector;
import io.standstill.detect.starvation.StarvationDetector;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.jvm.Threads;
import io.standstill.options.Thresholds;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.PoolHistory;
import io.standstill.pool.PoolWatch;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Loans;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that looks at threads, locks and pools while the application runs, and what it remembers from
 * one look to the next. It serves one thread at a time; that of the watch makes its parts, one
 * after another.
 */
final class Looks {
  private static final int LOOKS_PER_CLEANING = 10;

  private final Duration interval;
  private final Thresholds thresholds;
  private final Duration grace;
  private final LookSpacing spacing;
  private final Outputs outputs;
  private final Attempts attempts;
  private final FindingListener found;
  private final Instrumentation instrumentation;
  private final boolean completeHistory;
  private final SteadyTime time = new SteadyTime();
  private final ContentionTable contention = new ContentionTable();
  private final Leftovers leftovers = new Leftovers();
  private final BlindSpots blindSpots;
  private volatile DeadlockDetector deadlocks;
  private volatile LockWaitDetector lockWaits;
  private volatile StallDetector stalls;
  private volatile PoolWatch pools;
  private StarvationDetector starvation;
  private BacklogDetector backlogs;
  private SelfWaitDetector selfWaits;
  private volatile boolean failing;
  private long nextLook = System.nanoTime();
  private long looks;

  /** For how long the last look at long waits has kept a processor busy. */
  private long longWaitNanos;

  /**
   * @param grace for how long after the start nothing is told of long waits for locks
   * @param found hears of each finding
   * @param completeHistory whether all classes of the application are woven from the start
   */
  Looks(
      Duration interval,
      Thresholds thresholds,
      Duration grace,
      Outputs outputs,
      FindingListener found,
      Instrumentation instrumentation,
      boolean completeHistory) {
    this.interval = interval;
    this.thresholds = thresholds;
    this.grace = grace;
    this.spacing = new LookSpacing(interval);
    this.outputs = outputs;
    this.attempts = new Attempts(outputs);
    this.found = found;
    this.instrumentation = instrumentation;
    this.completeHistory = completeHistory;
    this.blindSpots = new BlindSpots(time::nanos, outputs::problem);
  }

  /** Makes what sees deadlocks. Throws whatever it throws in a JVM that lacks what that needs. */
  void begin() {
    deadlocks =
        new DeadlockDetector(
            instrumentation::getAllLoadedClasses,
            completeHistory,
            thresholds::stall,
            time::nanos,
            this::figuresOf,
            found);
  }

  /** Goes through the steps of a look once, so that the first one is not slow. */
  void rehearse() {
    deadlocks.rehearse();
  }

  /** What is not needed to see deadlocks; to be made after the first looks, one at a time. */
  List<Runnable> preparations() {
    return List.of(
        () -> attempts.at("pools cannot be watched: ", this::watchPools),
        () -> attempts.at("waits for locks cannot be watched: ", this::watchLockWaits),
        () -> attempts.at("stalls cannot be watched: ", this::watchStalls));
  }

  private void watchPools() {
    starvation = new StarvationDetector(thresholds::pool, interval, this::active, found);
    backlogs = new BacklogDetector(thresholds::pool, this::active, found);
    selfWaits = new SelfWaitDetector(this::active, found);
    pools = new PoolWatch(Threads::all);
  }

  private void watchLockWaits() {
    LockWaitDetector made =
        new LockWaitDetector(
            deadlocks.sources(),
            time,
            thresholds::lock,
            thresholds::stall,
            grace,
            this::active,
            contention,
            found);
    made.rehearse();
    lockWaits = made;
  }

  private void watchStalls() {
    StallDetector made =
        new StallDetector(deadlocks.sources(), time, thresholds::stall, this::active, found);
    made.rehearse();
    stalls = made;
  }

  private List<Finding> active() {
    return outputs.board().active();
  }

  /**
   * Looks if it is time for that. To be called with every tick.
   *
   * @return whether it was time
   */
  boolean tick() {
    time.advance();
    if (System.nanoTime() - nextLook < 0) {
      return false;
    }
    look();
    nextLook = System.nanoTime() + spacing.pauseNanos();
    if (pools != null) {
      attempts.at("pools cannot be read: ", this::lookAtPools);
    }
    if (++looks % LOOKS_PER_CLEANING == 0) {
      attempts.at("a cleaning failed: ", leftovers::clear);
    }
    return true;
  }

  /** Takes a look; also called by threads of JMX clients. One look at a time. */
  synchronized void look() {
    if (deadlocks == null) {
      return;
    }
    failing = !attempts.at("a look failed: ", () -> spacing.took(deadlocks.look() + longWaitNanos));
    blindSpots.are(deadlocks.blindSpots());
    if (lockWaits != null) {
      attempts.at("waits for locks cannot be judged: ", () -> longWaitNanos = lockWaits.look());
    }
    if (stalls != null) {
      attempts.at("stalls cannot be judged: ", () -> longWaitNanos += stalls.look());
    }
  }

  private void lookAtPools() {
    pools.look();
    starvation.look(pools.known());
    backlogs.look(pools.known());
    selfWaits.look(pools.known());
  }

  /**
   * Forgets threads that have ended. Waits for a look under way.
   *
   * @param leaving hears of the journal of each before it is gone
   */
  synchronized void sweep(Consumer<Journal> leaving) {
    List<Journal> departed = Journals.sweep(leaving);
    Loans.sweep();
    deadlocks.departed(departed);
  }

  /** True if the last look failed. */
  boolean isFailing() {
    return failing;
  }

  /** The figures of all pools, as the last look saw them. */
  List<PoolFigures> pools() {
    PoolWatch known = pools;
    return known == null ? List.of() : known.figures();
  }

  /** The figures of one pool; null if it is of a kind that is not counted. */
  private PoolFigures figuresOf(Object executor) {
    PoolWatch known = pools;
    PoolFigures figures = known == null ? null : known.figuresOf(executor);
    return figures == null ? PoolHistory.atFirstSight(executor) : figures;
  }

  /** Who has waited for which lock. */
  ContentionTable contention() {
    return contention;
  }
}
