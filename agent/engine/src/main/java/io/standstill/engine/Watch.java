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
import io.standstill.jvm.Threads;
import io.standstill.options.Thresholds;
import io.standstill.pool.PoolAccess;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.PoolHistory;
import io.standstill.pool.PoolWatch;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Failures;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Loans;
import io.standstill.report.OwnThread;
import io.standstill.report.Rehearsal;
import io.standstill.weave.SelfCheck;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The thread that advances the clock and looks. All that can wait until after {@code main} has
 * begun happens on it: preparing the outputs, the rehearsal, the self-check. It lives as long as
 * the JVM.
 */
final class Watch {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(Clock.TICK_MILLIS);
  private static final int LOOKS_PER_CLEANING = 10;

  private final Duration interval;
  private final Thresholds thresholds;
  private final Duration grace;
  private final LookSpacing spacing;
  private final Outputs outputs;
  private final DeadlockReaction reaction;
  private final Supplier<DeadlockDetector> making;
  private final SteadyTime time = new SteadyTime();
  private final ContentionTable contention = new ContentionTable();
  private final Predictions predictions;
  private final Leftovers leftovers = new Leftovers();

  /** What is not needed to see deadlocks comes after the first looks, one thing per tick. */
  private final Queue<Runnable> preparations = new ArrayDeque<>();

  private volatile DeadlockDetector detector;
  private volatile LockWaitDetector lockWaits;
  private volatile StallDetector stalls;
  private volatile PoolWatch pools;
  private Collected collected;
  private StarvationDetector starvation;
  private BacklogDetector backlogs;
  private SelfWaitDetector selfWaits;
  private volatile boolean blind;
  private volatile boolean failing;
  private long nextLook = System.nanoTime();
  private long looks;

  /** For how long the last look at long waits has kept a processor busy. */
  private long longWaitNanos;

  Watch(
      Duration interval,
      Thresholds thresholds,
      Duration grace,
      Outputs outputs,
      DeadlockReaction reaction,
      Predictions predictions,
      Instrumentation instrumentation,
      boolean completeHistory) {
    this.interval = interval;
    this.spacing = new LookSpacing(interval);
    this.thresholds = thresholds;
    this.grace = grace;
    this.outputs = outputs;
    this.reaction = reaction;
    this.predictions = predictions;
    this.making =
        () ->
            new DeadlockDetector(
                instrumentation::getAllLoadedClasses,
                completeHistory,
                thresholds::stall,
                time::nanos,
                this::figuresOf,
                this::found);
  }

  /**
   * Starts the thread.
   *
   * @param first what else has to be done, and can wait until {@code main} has begun
   * @param giveUp run if this JVM lacks what looking needs, {@code java.management} say
   */
  void start(Runnable first, Runnable giveUp) {
    Thread thread = OwnThread.of("standstill", () -> watch(first, giveUp), null);
    Journals.sweptBy(thread);
    thread.start();
  }

  /** False if the self-check failed, or the last look. */
  boolean sees() {
    return !blind && !failing;
  }

  private void watch(Runnable first, Runnable giveUp) {
    attempt("classes of the JDK cannot be woven: ", first);
    attempt("the outputs cannot be prepared: ", outputs::prepare);
    if (!attempt("this JVM cannot be watched: ", () -> detector = making.get())) {
      blind = true;
      giveUp.run();
      return;
    }
    if (PoolAccess.complaint() != null) {
      outputs.problem(PoolAccess.complaint());
    }
    attempt("the rehearsal failed: ", this::rehearse);
    preparations.add(() -> attempt("pools cannot be watched: ", this::watchPools));
    preparations.add(() -> attempt("waits for locks cannot be watched: ", this::watchLockWaits));
    preparations.add(() -> attempt("stalls cannot be watched: ", this::watchStalls));
    preparations.add(() -> attempt("deadlocks cannot be predicted: ", predictions::begin));
    preparations.add(
        () -> attempt("collections cannot be watched: ", () -> collected = new Collected()));
    while (true) {
      attempt("the watch failed: ", this::tick);
    }
  }

  private void rehearse() {
    checkSelf();
    Rehearsal.run();
    detector.rehearse();
  }

  private void checkSelf() {
    String complaint = SelfCheck.run();
    if (complaint != null) {
      blind = true;
      outputs.problem(complaint);
    }
  }

  private void tick() {
    Thread.interrupted(); // An application may interrupt all it finds; then parking would not wait.
    LockSupport.parkNanos(TICK_NANOS);
    Clock.advance();
    time.advance();
    reaction.haltIfOverdue();
    attempt("a prediction failed: ", predictions::tick);
    if (collected != null) {
      attempt("journals cannot be renewed: ", collected::tick);
    }
    boolean due = System.nanoTime() - nextLook >= 0;
    if (due) {
      look();
      nextLook = System.nanoTime() + spacing.pauseNanos();
    }
    if (due && pools != null) {
      attempt("pools cannot be read: ", this::lookAtPools);
    }
    if (due || Journals.isCrowded()) {
      attempt("a sweep failed: ", this::sweep);
    }
    if (due && ++looks % LOOKS_PER_CLEANING == 0) {
      attempt("a cleaning failed: ", leftovers::clear);
    }
    if (due && Failures.count() > 0) {
      outputs.problem("a hook failed, its lock was not recorded: " + Failures.first());
    }
    Runnable preparation = preparations.poll();
    if (preparation != null) {
      preparation.run();
    }
  }

  /** Takes a look; also called by threads of JMX clients. One look at a time. */
  synchronized void look() {
    if (detector == null) {
      return;
    }
    failing = !attempt("a look failed: ", () -> spacing.took(detector.look() + longWaitNanos));
    if (lockWaits != null) {
      attempt("waits for locks cannot be judged: ", () -> longWaitNanos = lockWaits.look());
    }
    if (stalls != null) {
      attempt("stalls cannot be judged: ", () -> longWaitNanos += stalls.look());
    }
  }

  /** Waits for a look that a JMX client takes: the detector serves one thread at a time. */
  private synchronized void sweep() {
    List<Journal> departed = Journals.sweep();
    Loans.sweep();
    detector.departed(departed);
    predictions.departed(departed);
  }

  private void watchPools() {
    starvation =
        new StarvationDetector(thresholds::pool, interval, outputs.board()::active, this::found);
    backlogs = new BacklogDetector(thresholds::pool, outputs.board()::active, this::found);
    selfWaits = new SelfWaitDetector(outputs.board()::active, this::found);
    pools = new PoolWatch(Threads::all);
  }

  private void watchLockWaits() {
    LockWaitDetector made =
        new LockWaitDetector(
            detector.sources(),
            time,
            thresholds::lock,
            thresholds::stall,
            grace,
            outputs.board()::active,
            contention,
            this::found);
    made.rehearse();
    lockWaits = made;
  }

  private void watchStalls() {
    StallDetector made =
        new StallDetector(
            detector.sources(), time, thresholds::stall, outputs.board()::active, this::found);
    made.rehearse();
    stalls = made;
  }

  private void lookAtPools() {
    pools.look();
    starvation.look(pools.known());
    backlogs.look(pools.known());
    selfWaits.look(pools.known());
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

  private void found(Finding finding) {
    reaction.expect(finding);
    predictions.heard(finding);
    outputs.on(finding);
  }

  /**
   * Does a part of the work, and returns whether that went well. Whatever is thrown, even for want
   * of memory or by code of the application, is told of once and must not end the thread.
   */
  private boolean attempt(String complaint, Runnable part) {
    try {
      part.run();
      return true;
    } catch (Throwable failure) {
      try {
        outputs.problem(complaint + failure);
      } catch (Throwable again) {
        return false; // Not even that: no memory, perhaps.
      }
      return false;
    }
  }
}
