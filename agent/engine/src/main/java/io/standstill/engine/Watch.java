package io.standstill.engine;

import io.standstill.detect.DeadlockDetector;
import io.standstill.detect.Leftovers;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Failures;
import io.standstill.recorder.Journals;
import io.standstill.report.Rehearsal;
import io.standstill.weave.SelfCheck;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that advances the clock and looks. All that can wait until after {@code main} has
 * begun happens on it: preparing the outputs, the rehearsal, the self-check. It lives as long as
 * the JVM.
 */
final class Watch implements Runnable {
  /**
   * Looks that take long are followed by a pause so many times as long. A single slow one, as the
   * first after classes had to be loaded, does not count.
   */
  private static final int PAUSE_PER_LOOK = 25;

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(Clock.TICK_MILLIS);
  private static final int LOOKS_PER_CLEANING = 10;

  private final Duration interval;
  private final Outputs outputs;
  private final DeadlockDetector detector;
  private final Leftovers leftovers = new Leftovers();
  private volatile boolean sees = true;
  private long looks;
  private long lookNanos;
  private long usualLookNanos;

  Watch(
      Duration interval,
      Outputs outputs,
      Instrumentation instrumentation,
      boolean completeHistory) {
    this.interval = interval;
    this.outputs = outputs;
    this.detector =
        new DeadlockDetector(instrumentation::getAllLoadedClasses, completeHistory, outputs);
  }

  void start() {
    Thread thread = new Thread(null, this, "standstill", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    Journals.sweptBy(thread);
    thread.start();
  }

  /** False if the self-check failed. */
  boolean sees() {
    return sees;
  }

  @Override
  public void run() {
    try {
      outputs.prepare();
      checkSelf();
      Rehearsal.run();
      detector.rehearse();
    } catch (RuntimeException | LinkageError failure) {
      outputs.problem("the rehearsal failed: " + failure);
    }
    long nextLook = System.nanoTime();
    while (true) {
      Clock.advance();
      if (System.nanoTime() - nextLook >= 0) {
        look();
        nextLook =
            System.nanoTime() + Math.max(interval.toNanos(), usualLookNanos * PAUSE_PER_LOOK);
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  private void checkSelf() {
    String blind = SelfCheck.run();
    if (blind != null) {
      sees = false;
      outputs.problem(blind);
    }
  }

  /** Takes a look; also called by threads of JMX clients. One look at a time. */
  synchronized void look() {
    try {
      long nanos = detector.look();
      usualLookNanos = Math.min(nanos, lookNanos);
      lookNanos = nanos;
      detector.departed(Journals.sweep());
      if (++looks % LOOKS_PER_CLEANING == 0) {
        leftovers.clear();
      }
      if (Failures.count() > 0) {
        outputs.problem("a hook failed, its lock was not recorded: " + Failures.first());
      }
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      outputs.problem("a look failed: " + failure);
    }
  }
}
