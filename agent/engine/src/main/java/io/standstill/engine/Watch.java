package io.standstill.engine;

import io.standstill.detect.DeadlockDetector;
import io.standstill.detect.Leftovers;
import io.standstill.finding.Finding;
import io.standstill.pool.PoolAccess;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Failures;
import io.standstill.recorder.Journals;
import io.standstill.report.OwnThread;
import io.standstill.report.Rehearsal;
import io.standstill.weave.SelfCheck;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The thread that advances the clock and looks. All that can wait until after {@code main} has
 * begun happens on it: preparing the outputs, the rehearsal, the self-check. It lives as long as
 * the JVM.
 */
final class Watch {
  /**
   * Looks that take long are followed by a pause so many times as long. A single slow one, as the
   * first after classes had to be loaded, does not count.
   */
  private static final int PAUSE_PER_LOOK = 25;

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(Clock.TICK_MILLIS);
  private static final int LOOKS_PER_CLEANING = 10;

  private final Duration interval;
  private final Outputs outputs;
  private final DeadlockReaction reaction;
  private final Supplier<DeadlockDetector> making;
  private final Leftovers leftovers = new Leftovers();
  private volatile DeadlockDetector detector;
  private volatile boolean blind;
  private volatile boolean failing;
  private long nextLook = System.nanoTime();
  private long looks;
  private long lookNanos;
  private long usualLookNanos;

  Watch(
      Duration interval,
      Outputs outputs,
      DeadlockReaction reaction,
      Instrumentation instrumentation,
      boolean completeHistory) {
    this.interval = interval;
    this.outputs = outputs;
    this.reaction = reaction;
    this.making =
        () ->
            new DeadlockDetector(
                instrumentation::getAllLoadedClasses, completeHistory, this::found);
  }

  /**
   * Starts the thread.
   *
   * @param giveUp run if this JVM lacks what looking needs, {@code java.management} say
   */
  void start(Runnable giveUp) {
    Thread thread = OwnThread.of("standstill", () -> watch(giveUp), null);
    Journals.sweptBy(thread);
    thread.start();
  }

  /** False if the self-check failed, or the last look. */
  boolean sees() {
    return !blind && !failing;
  }

  private void watch(Runnable giveUp) {
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
    reaction.haltIfOverdue();
    boolean due = System.nanoTime() - nextLook >= 0;
    if (due) {
      look();
      nextLook = System.nanoTime() + Math.max(interval.toNanos(), usualLookNanos * PAUSE_PER_LOOK);
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
  }

  /** Takes a look; also called by threads of JMX clients. One look at a time. */
  synchronized void look() {
    if (detector == null) {
      return;
    }
    failing =
        !attempt(
            "a look failed: ",
            () -> {
              long nanos = detector.look();
              usualLookNanos = Math.min(nanos, lookNanos);
              lookNanos = nanos;
            });
  }

  /** Waits for a look that a JMX client takes: the detector serves one thread at a time. */
  private synchronized void sweep() {
    detector.departed(Journals.sweep());
  }

  private void found(Finding finding) {
    reaction.expect(finding);
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
