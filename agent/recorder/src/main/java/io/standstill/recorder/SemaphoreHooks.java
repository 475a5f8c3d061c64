package io.standstill.recorder;

import java.util.concurrent.TimeUnit;

/**
 * Called around the methods of {@code Semaphore}. Permits have no owner, so a journal's word is
 * history, not fact. A semaphore that one thread acquires and another releases is a signal, not a
 * lock: once seen, its permits are no longer recorded.
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

  /** After {@code release}. */
  public static void released(Object semaphore, int permits, Journal journal) {
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
}
