package io.standstill.detect.evidence;

import io.standstill.detect.probe.Synchronizers;
import io.standstill.finding.WaitType;
import io.standstill.jvm.PrivateField;
import io.standstill.pool.Stages;
import io.standstill.release.CalledBack;
import io.standstill.release.Release;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * What threads wait at until others have done their part: a latch, a barrier, a phaser, a semaphore
 * that is used as a signal, a future whose task no pool has, an object of a library that is called
 * back. All reads, no calls.
 *
 * @param object the latch, barrier, phaser, semaphore, future or object of a library
 * @param type what kind of thing that is
 * @param kind what opens it
 * @param missing how many times that must still happen, as far as it is known
 */
public record Gate(Object object, WaitType type, Release.Kind kind, int missing) {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final PrivateField STATE =
      PrivateField.of(AbstractQueuedSynchronizer.class, "state");
  private static final PrivateField LATCH_SYNC = PrivateField.of(CountDownLatch.class, "sync");
  private static final PrivateField TRIP = PrivateField.of(CyclicBarrier.class, "trip");
  private static final PrivateField BARRIER_COUNT = PrivateField.of(CyclicBarrier.class, "count");
  private static final PrivateField ROOT = PrivateField.of(Phaser.class, "root");
  private static final PrivateField PHASER_STATE = PrivateField.of(Phaser.class, "state");
  private static final PrivateField QUEUED_AT =
      PrivateField.of(CONCURRENT + "Phaser$QNode", "phaser");
  private static final int UNARRIVED_MASK = 0xffff;

  /** True if a thread that parks on this object surely waits at a gate. */
  static boolean isAwaited(Object parkedOn) {
    return parkedOn != null
        && (LATCH_SYNC.type().isInstance(parkedOn)
            || QUEUED_AT.owner().isInstance(parkedOn)
            || parkedOn instanceof FutureTask
            || Stages.isWait(parkedOn)
            || Synchronizers.isSemaphore(parkedOn)
            || CalledBack.mayBe(parkedOn));
  }

  /** True if a thread that parks on this object may wait at a barrier: its stack tells. */
  static boolean mayBeBarrier(Object parkedOn) {
    return parkedOn instanceof AbstractQueuedSynchronizer.ConditionObject;
  }

  /** True for one of which it is known what completes it: running it, or calling its methods. */
  private static boolean isFuture(Object gate) {
    return gate instanceof FutureTask || Stages.isFuture(gate);
  }

  /**
   * One object for all who wait at a gate, by what one of them parks on. Where that does not lead
   * to a future, it is what they park on.
   */
  static Object place(Object parkedOn) {
    return QUEUED_AT.owner().isInstance(parkedOn) ? ROOT.get(QUEUED_AT.get(parkedOn)) : parkedOn;
  }

  /** The same by the gate itself; null if the object is none. */
  public static Object placeOf(Object gate) {
    if (gate instanceof CountDownLatch) {
      return LATCH_SYNC.get(gate);
    } else if (gate instanceof CyclicBarrier) {
      return TRIP.get(gate);
    } else if (gate instanceof Phaser) {
      return ROOT.get(gate);
    } else if (isFuture(gate)) {
      return gate;
    }
    if (gate instanceof Semaphore) {
      return Synchronizers.parkedOn(gate);
    }
    return CalledBack.mayBe(gate) ? gate : null;
  }

  /** What is known of a gate, or null if the object is none. */
  public static Gate of(Object gate) {
    if (gate instanceof CountDownLatch) {
      int count = STATE.getInt(LATCH_SYNC.get(gate));
      return new Gate(gate, WaitType.LATCH, Release.Kind.COUNT_DOWN, count);
    } else if (gate instanceof CyclicBarrier) {
      return new Gate(gate, WaitType.BARRIER, Release.Kind.ARRIVE, BARRIER_COUNT.getInt(gate));
    } else if (gate instanceof Phaser) {
      int unarrived = (int) PHASER_STATE.getLong(ROOT.get(gate)) & UNARRIVED_MASK;
      return new Gate(gate, WaitType.PHASER, Release.Kind.ADVANCE, unarrived);
    }
    if (isFuture(gate)) {
      return new Gate(gate, WaitType.FUTURE, Release.Kind.COMPLETE, 1);
    }
    if (gate instanceof Semaphore) {
      // How many permits are wanted is not known; one is the least.
      return new Gate(gate, WaitType.PERMIT, Release.Kind.PERMIT, 1);
    }
    return CalledBack.mayBe(gate) ? calledBack(gate) : null;
  }

  /** True for a latch of the application's own class: it may well open itself. */
  public static boolean mayOpenItself(Object gate) {
    return gate instanceof CountDownLatch && gate.getClass() != CountDownLatch.class;
  }

  /** What a library has made to be called back. */
  private static Gate calledBack(Object gate) {
    WaitType type = gate instanceof AbstractQueuedSynchronizer ? WaitType.LATCH : WaitType.FUTURE;
    return new Gate(gate, type, Release.Kind.FULFIL, 1);
  }
}
