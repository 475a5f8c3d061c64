package io.standstill.engine;

import io.standstill.detect.DeadlockDetector;
import io.standstill.detect.Leftovers;
import io.standstill.options.Options;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Failures;
import io.standstill.recorder.Journals;
import io.standstill.weave.ClassFilter;
import io.standstill.weave.Coverage;
import io.standstill.weave.SelfCheck;
import io.standstill.weave.Weaving;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that advances the clock and looks. All that can wait until after {@code main} has
 * begun happens on it: the outputs, the self-check, JMX. It lives as long as the JVM.
 */
final class Watch implements Runnable {
  /**
   * Looks that take long are followed by a pause so many times as long. A single slow one, as the
   * first after classes had to be loaded, does not count.
   */
  private static final int PAUSE_PER_LOOK = 25;

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(Clock.TICK_MILLIS);
  private static final int LOOKS_PER_CLEANING = 10;

  private final Options options;
  private final Outputs outputs;
  private final Instrumentation instrumentation;
  private final Coverage coverage;
  private final Leftovers leftovers = new Leftovers();
  private DeadlockDetector detector;
  private long looks;
  private long lookNanos;
  private long usualLookNanos;

  private Watch(
      Options options, Outputs outputs, Instrumentation instrumentation, Coverage coverage) {
    this.options = options;
    this.outputs = outputs;
    this.instrumentation = instrumentation;
    this.coverage = coverage;
  }

  /** Weaves and starts to watch; returns one line for whoever attached. */
  static String begin(
      Options options, Outputs outputs, Instrumentation instrumentation, boolean attached) {
    Clock.advance();
    Journals.current();
    Weaving weaving =
        Weaving.install(instrumentation, new ClassFilter(options.include(), options.exclude()));
    Watch watch = new Watch(options, outputs, instrumentation, weaving.coverage());
    Thread thread = new Thread(null, watch, "standstill", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    Journals.sweptBy(thread);
    thread.start();
    if (!attached) {
      return "watching";
    }
    int woven = weaving.weaveLoaded();
    return "watching; "
        + woven
        + " loaded classes woven; locks taken before now are known by the JVM's word alone, and"
        + " read locks, permits and stamps among them not at all";
  }

  @Override
  public void run() {
    try {
      prepare();
    } catch (Exception | LinkageError failure) {
      outputs.problem("standstill cannot look: " + failure);
      return;
    }
    long nextLook = System.nanoTime();
    while (true) {
      Clock.advance();
      if (System.nanoTime() - nextLook >= 0) {
        look();
        nextLook =
            System.nanoTime()
                + Math.max(options.interval().toNanos(), usualLookNanos * PAUSE_PER_LOOK);
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  private void prepare() {
    outputs.prepare();
    detector = new DeadlockDetector(instrumentation::getAllLoadedClasses, outputs);
    outputs.add(new DeadlockReaction(options.onDeadlock()));
    String blind = SelfCheck.run();
    if (blind != null) {
      outputs.problem(blind);
    }
  }

  /** Also called by users, through JMX: one look at a time. */
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
    } catch (Exception | LinkageError | StackOverflowError failure) {
      outputs.problem("a look failed: " + failure);
    }
  }
}
