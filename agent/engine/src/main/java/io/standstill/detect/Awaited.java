package io.standstill.detect;

import io.standstill.jvm.Threads;
import io.standstill.pool.PoolAccess;
import io.standstill.pool.Stages;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.release.Release;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject;

/**
 * What a thread waits for that has no owner, without a timeout: a latch, a future, a permit, or
 * room in a bounded queue. All reads, no calls.
 *
 * @param object the latch, future, semaphore or queue
 * @param type the word for it, as in {@code LockUse.type}
 * @param kind what ends the wait; null for a queue: that somebody takes from it
 * @param place one object for all who wait for the same
 * @param missing how many times a latch has still to be counted down, else 1
 * @param announcedMillis since when the journal knows of the wait, 0 if it does not
 */
record Awaited(
    Object object,
    String type,
    Release.Kind kind,
    Object place,
    int missing,
    long announcedMillis) {
  static final String LATCH = "latch";
  static final String FUTURE = "future";
  static final String PERMIT = "permit";
  static final String QUEUE = "queue";

  /** What the thread waits for now; null if it does not, or for something else, or for a time. */
  static Awaited by(Thread thread, DepartedTraces departed) {
    if (Threads.state(thread) != Thread.State.WAITING || !PoolAccess.isOpen()) {
      return null;
    }
    Object parkedOn = ParkBlocker.of(thread, Thread.State.WAITING);
    if (parkedOn instanceof FutureTask) {
      return new Awaited(
          parkedOn, FUTURE, Release.Kind.COMPLETE, parkedOn, 1, age(pending(thread)));
    } else if (parkedOn instanceof ConditionObject) {
      Object queue = departed.queueFullAt(parkedOn);
      return queue == null ? null : new Awaited(queue, QUEUE, null, parkedOn, 1, 0);
    } else if (Gate.isAwaited(parkedOn) || Stages.isWait(parkedOn)) {
      return announced(parkedOn, pending(thread));
    }
    return null;
  }

  private static Holdings.Entry pending(Thread thread) {
    Journal journal = Journals.of(Threads.id(thread));
    return journal == null || !journal.isBusy() ? null : journal.holdings().pending();
  }

  private static long age(Holdings.Entry pending) {
    return pending == null ? 0 : (long) (Clock.now() - pending.tick()) * Clock.TICK_MILLIS;
  }

  /** Only the journal knows the object around what the thread parks on. */
  private static Awaited announced(Object parkedOn, Holdings.Entry entry) {
    Object pending = entry == null ? null : entry.lock();
    long age = age(entry);
    if (pending instanceof CompletableFuture && Stages.isWait(parkedOn)) {
      return new Awaited(pending, FUTURE, Release.Kind.COMPLETE, pending, 1, age);
    } else if (pending instanceof CountDownLatch && Gate.placeOf(pending) == parkedOn) {
      int missing = Gate.of(pending).missing();
      return new Awaited(pending, LATCH, Release.Kind.COUNT_DOWN, parkedOn, missing, age);
    } else if (pending instanceof Semaphore && Gate.placeOf(pending) == parkedOn) {
      return new Awaited(pending, PERMIT, Release.Kind.PERMIT, parkedOn, 1, age);
    }
    return null;
  }

  /** The same place for an object that code would release; null if nobody is known to wait so. */
  static Object placeOf(Object released) {
    return released instanceof CompletableFuture ? released : Gate.placeOf(released);
  }
}
