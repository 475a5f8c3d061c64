package io.standstill.detect.narration;

import io.standstill.detect.waits.Situation;
import io.standstill.finding.WaitType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Says in one sentence what to do about this kind of standstill. */
public final class Advice {
  /** What to do about waits of workers for their own pool. */
  public static final String OWN_POOL =
      "Do not wait in a pool for tasks of the same pool: run them in a pool of their own,"
          + " or compose futures instead of waiting for them.";

  /** Waits for what a thread or a task does. */
  private static final Set<WaitType> OTHERS_WORK = Set.of(WaitType.THREAD, WaitType.FUTURE);

  private static final String HOOKS = "java.lang.ApplicationShutdownHooks";
  private static final int FRAMES = 16;

  private final Situation situation;

  Advice(Situation situation) {
    this.situation = situation;
  }

  String sentence() {
    Set<WaitType> types = EnumSet.noneOf(WaitType.class);
    situation.waits().values().forEach(wait -> types.add(wait.type()));
    boolean ownerEnded = situation.waits().size() < situation.members().size();
    boolean alone = situation.members().size() == 1;
    String timed = situation.isPassing() ? "." : ", or with a timeout.";
    if (types.contains(WaitType.CARRIER)) {
      return "Do not wait in a static initialiser, in a class loader or below a native call on a"
          + " virtual thread: it keeps its carrier. Run such code on a platform thread.";
    } else if (types.contains(WaitType.POOL)) {
      return endsAreAwaitedInside()
          ? "Do not wait for a pool to end from a task of that pool: shut it down from outside."
          : "Do not wait for a pool to end while holding what its tasks need: wait after releasing"
              + timed;
    } else if (situation.pools().stream().anyMatch(pool -> !pool.sizable())) {
      return "Do not wait in a task for another one of the same thread, nor anywhere for one while"
          + " holding what that thread needs: wait after releasing, or leave the rest to the task.";
    } else if (!situation.pools().isEmpty()) {
      return OWN_POOL;
    } else if (situation.awaitsSignal()) {
      return "Do not wait for a signal while holding another lock that the signaller needs:"
          + " waiting gives up the signal's own lock only. Release the other first"
          + (situation.isPassing() ? "." : ", or wait with a timeout.");
    } else if (types.contains(WaitType.LOAN)) {
      return "Do not wait for one more, or for who does, while holding one: hand on the first, or"
          + " give it back before. With T threads that need N at a time, T x (N - 1) + 1 are"
          + " enough.";
    } else if (ownerEnded) {
      return "Release the lock in a finally block, so that no thread can end while it holds it.";
    } else if (types.contains(WaitType.CLASS_INIT) && !Collections.disjoint(types, OTHERS_WORK)) {
      return "Do not wait in a static initialiser for what another thread does: it may need the"
          + " class, a lambda written there included.";
    } else if (types.contains(WaitType.CLASS_INIT)) {
      return "Break the circle between the static initialisers, or initialise these classes from"
          + " one thread before others use them.";
    } else if (alone && types.contains(WaitType.FUTURE)) {
      return "A task cannot wait for its own result: hand it on to a stage that comes after.";
    } else if (types.contains(WaitType.FUTURE)) {
      return "Do not wait for a future while holding what its task needs: wait after releasing"
          + timed;
    } else if (types.contains(WaitType.THREAD) && awaitsShutdownHooks()) {
      return "System.exit waits for all shutdown hooks: do not call it while holding what a hook"
          + " needs, nor in a hook, nor in a thread that a hook waits for.";
    } else if (types.contains(WaitType.THREAD)) {
      return "Do not join a thread while holding what it needs; join after releasing" + timed;
    } else if (types.contains(WaitType.PERMIT)) {
      return "Acquire all permits in one call or in one fixed order, and give them back before"
          + " waiting for more.";
    } else if (alone && types.contains(WaitType.WRITE_LOCK)) {
      return "A read lock cannot be upgraded: release it first, take the write lock, then check"
          + " again what was read.";
    } else if (types.contains(WaitType.READ_LOCK)) {
      return "A reader queues behind a waiting writer: take the locks in one fixed order, and do"
          + " not wait for others while reading.";
    } else if (alone) {
      return "This lock is not reentrant: do not call code that takes it while holding it.";
    }
    return "Take these locks in one fixed order everywhere, or use tryLock with a timeout and back"
        + " off.";
  }

  /** True if one who ends the JVM is among them. */
  private boolean awaitsShutdownHooks() {
    return situation.waiters().stream()
        .anyMatch(waiter -> situation.evidence().subject(waiter).isIn(HOOKS, "runHooks", FRAMES));
  }

  /** True if a task waits for the end of the pool that runs it. */
  private boolean endsAreAwaitedInside() {
    return situation.waiters().stream()
        .filter(waiter -> situation.waitOf(waiter).type() == WaitType.POOL)
        .anyMatch(
            waiter -> situation.pools().stream().anyMatch(pool -> pool.workers().contains(waiter)));
  }
}
