package io.standstill.recorder;

import java.util.concurrent.TimeUnit;

/**
 * Called around the methods of {@code StampedLock}. Whether a site reads or writes is told by its
 * {@link Site#kind()}.
 */
public final class StampedLockHooks {
  private StampedLockHooks() {}

  /** Before {@code readLock()}, {@code writeLock()} and their interruptible forms. */
  public static Journal locking(Object lock, Journal journal, int site) {
    return LockHooks.locking(lock, journal, site);
  }

  /** Before a timed {@code tryReadLock} or {@code tryWriteLock}. */
  public static Journal lockingWithin(
      Object lock, long time, TimeUnit unit, Journal journal, int site) {
    return LockHooks.lockingWithin(lock, time, unit, journal, site);
  }

  /** After any method that returns a new stamp, 0 if it failed; returns that stamp. */
  public static long stamped(long stamp, Object lock, Journal journal, int site) {
    LockHooks.tried(stamp != 0, lock, journal, site);
    return stamp;
  }

  /** After {@code tryConvertTo…Lock}; returns the new stamp, 0 if the conversion failed. */
  public static long converted(long stamp, Object lock, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null && stamp != 0) {
      own.remove(lock);
      own.push(lock, site);
    }
    return stamp;
  }

  /** After {@code tryConvertToOptimisticRead}: a successful one gives the lock back. */
  public static long convertedToOptimistic(long stamp, Object lock, Journal journal) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null && stamp != 0) {
      own.remove(lock);
    }
    return stamp;
  }

  /** After {@code unlockRead}, {@code unlockWrite} and {@code unlock}. */
  public static void unlocked(Object lock, Journal journal) {
    LockHooks.unlocked(lock, journal);
  }

  /** After {@code tryUnlockRead} and {@code tryUnlockWrite}; returns their result. */
  public static boolean triedUnlock(boolean unlocked, Object lock, Journal journal) {
    if (unlocked) {
      unlocked(lock, journal);
    }
    return unlocked;
  }
}
