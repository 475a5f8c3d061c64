package io.standstill.recorder;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Called around the methods of {@code Semaphore}. Permits have no owner, so a journal's word is
 * history, not fact. A semaphore that one thread acquires and another releases is a signal, not a
 * lock: once seen, its permits are no longer recorded. The {@code any…} forms serve calls whose
 * receiver may be a subclass, or no semaphore at all.
 */
public final class SemaphoreHooks {
  /** More permits than this, taken in one call, are recorded as so many. */
  private static final int RECORDED_PERMITS = 64;

  private SemaphoreHooks() {}

  /** Before {@code acquire} and {@code acquireUninterruptibly}. */
  public static Journal acquiring(Object semaphore, Journal journal, int site) {
    return LockHooks.locking(semaphore, journal, site);
  }

  /** Before a timed {@code tryAcquire}. */
  public static Journal acquiringWithin(
      Object semaphore, long time, TimeUnit unit, Journal journal, int site) {
    return LockHooks.lockingWithin(semaphore, time, unit, journal, site);
  }

  /** After {@code acquire} and {@code acquireUninterruptibly}. */
  public static void acquired(Object semaphore, int permits, Journal journal, int site) {
    if (journal == null) {
      return;
    }
    journal.giveUp();
    if (!ReleaseHistory.handedOver(semaphore)) {
      for (int i = Math.min(permits, RECORDED_PERMITS); i > 0; i--) {
        journal.push(semaphore, site);
      }
    }
  }

  /** After {@code tryAcquire}, plain or timed; returns its result. */
  public static boolean tried(
      boolean acquired, Object semaphore, int permits, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
      acquired(semaphore, acquired ? permits : 0, own, site);
    }
    return acquired;
  }

  /**
   * Before {@code release}: a thread that gets the permit at once must know already that it was
   * handed over.
   */
  public static void releasing(Object semaphore, int permits, Journal journal) {
    Journal own = journal != null ? journal : Journals.current();
    if (own == null) {
      return;
    }
    for (int i = Math.min(permits, RECORDED_PERMITS); i > 0; i--) {
      if (!own.remove(semaphore)) {
        ReleaseHistory.noteHandedOver(semaphore);
        return;
      }
    }
    ReleaseHistory.noteReturned(semaphore);
  }

  /** Like {@link #acquiring}, if the receiver is a semaphore. */
  public static Journal anyAcquiring(Object receiver, Journal journal, int site) {
    return receiver instanceof Semaphore ? acquiring(receiver, journal, site) : journal;
  }

  /** Like {@link #acquiringWithin}, if the receiver is a semaphore. */
  public static Journal anyAcquiringWithin(
      Object receiver, long time, TimeUnit unit, Journal journal, int site) {
    return receiver instanceof Semaphore
        ? acquiringWithin(receiver, time, unit, journal, site)
        : journal;
  }

  /** Like {@link #acquired}, if the receiver is a semaphore. */
  public static void anyAcquired(Object receiver, int permits, Journal journal, int site) {
    if (receiver instanceof Semaphore) {
      acquired(receiver, permits, journal, site);
    }
  }

  /** Like {@link #tried}, if the receiver is a semaphore. */
  public static boolean anyTried(
      boolean acquired, Object receiver, int permits, Journal journal, int site) {
    return receiver instanceof Semaphore
        ? tried(acquired, receiver, permits, journal, site)
        : acquired;
  }

  /** Like {@link #releasing}, if the receiver is a semaphore. */
  public static void anyReleasing(Object receiver, int permits, Journal journal) {
    if (receiver instanceof Semaphore) {
      releasing(receiver, permits, journal);
    }
  }
}
