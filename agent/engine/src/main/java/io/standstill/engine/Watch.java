package io.standstill.engine;

import io.standstill.pool.PoolAccess;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Failures;
import io.standstill.recorder.Journals;
import io.standstill.report.OwnThread;
import io.standstill.weave.SelfCheck;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that advances the clock and looks. All that can wait until after {@code main} has
 * begun happens on it: preparing the outputs, the rehearsal, the self-check. It lives as long as
 * the JVM.
 */
final class Watch {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(Clock.TICK_MILLIS);

  private final Looks looks;
  private final Predictions predictions;
  private final Outputs outputs;
  private final Attempts attempts;
  private final DeadlockReaction reaction;

  /** What is not needed to see deadlocks comes after the first looks, one thing per tick. */
  private final Queue<Runnable> preparations = new ArrayDeque<>();

  private Collected collected;
  private volatile boolean blind;

  Watch(Looks looks, Predictions predictions, Outputs outputs, DeadlockReaction reaction) {
    this.looks = looks;
    this.predictions = predictions;
    this.outputs = outputs;
    this.attempts = new Attempts(outputs);
    this.reaction = reaction;
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
    return !blind && !looks.isFailing();
  }

  private void watch(Runnable first, Runnable giveUp) {
    attempts.at("classes of the JDK cannot be woven: ", first);
    attempts.at("the outputs cannot be prepared: ", outputs::prepare);
    if (!attempts.at("this JVM cannot be watched: ", looks::begin)) {
      blind = true;
      giveUp.run();
      return;
    }
    if (PoolAccess.complaint() != null) {
      outputs.problem(PoolAccess.complaint());
    }
    attempts.at("the rehearsal failed: ", this::rehearse);
    preparations.addAll(looks.preparations());
    preparations.add(() -> attempts.at("deadlocks cannot be predicted: ", predictions::begin));
    preparations.add(
        () -> attempts.at("collections cannot be watched: ", () -> collected = new Collected()));
    while (true) {
      attempts.at("the watch failed: ", this::tick);
    }
  }

  private void rehearse() {
    checkSelf();
    Rehearsal.run();
    looks.rehearse();
  }

  private void checkSelf() {
    String complaint = SelfCheck.run();
    if (complaint != null && !isJvmEnding()) {
      blind = true;
      outputs.problem(complaint);
    }
  }

  /** A JVM that is about to end shows no class to an agent any more, so none comes out woven. */
  private static boolean isJvmEnding() {
    Thread never = OwnThread.of("standstill-never", () -> {}, null);
    try {
      Runtime.getRuntime().addShutdownHook(never);
      Runtime.getRuntime().removeShutdownHook(never);
      return false;
    } catch (IllegalStateException endsAlready) {
      return true;
    }
  }

  private void tick() {
    Thread.interrupted(); // An application may interrupt all it finds; then parking would not wait.
    LockSupport.parkNanos(TICK_NANOS);
    Clock.advance();
    reaction.haltIfOverdue();
    attempts.at("a prediction failed: ", predictions::tick);
    if (collected != null) {
      attempts.at("journals cannot be renewed: ", collected::tick);
    }
    boolean looked = looks.tick();
    if (looked || Journals.isCrowded()) {
      attempts.at("a sweep failed: ", () -> looks.sweep(predictions::leaving));
    }
    if (looked && Failures.count() > 0) {
      outputs.problem("a hook failed, its lock was not recorded: " + Failures.first());
    }
    Runnable preparation = preparations.poll();
    if (preparation != null) {
      preparation.run();
    }
  }
}
