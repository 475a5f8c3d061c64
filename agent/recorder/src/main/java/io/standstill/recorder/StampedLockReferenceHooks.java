package io.standstill.recorder;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/** Stands in for method references to {@code StampedLock}: see {@link LockReferenceHooks}. */
public final class StampedLockReferenceHooks {
  private StampedLockReferenceHooks() {}

  /** {@code lock::readLock}. */
  public static long readLock(int site, Object lock) {
    Journal journal = StampedLockHooks.locking(lock, null, site);
    long stamp = 0;
    try {
      stamp = ((StampedLock) lock).readLock();
    } finally {
      StampedLockHooks.stamped(stamp, lock, journal, site);
    }
    return stamp;
  }

  /** {@code lock::writeLock}. */
  public static long writeLock(int site, Object lock) {
    Journal journal = StampedLockHooks.locking(lock, null, site);
    long stamp = 0;
    try {
      stamp = ((StampedLock) lock).writeLock();
    } finally {
      StampedLockHooks.stamped(stamp, lock, journal, site);
    }
    return stamp;
  }

  /** {@code lock::readLockInterruptibly}. */
  public static long readLockInterruptibly(int site, Object lock) throws InterruptedException {
    Journal journal = StampedLockHooks.locking(lock, null, site);
    long stamp = 0;
    try {
      stamp = ((StampedLock) lock).readLockInterruptibly();
    } finally {
      StampedLockHooks.stamped(stamp, lock, journal, site);
    }
    return stamp;
  }

  /** {@code lock::writeLockInterruptibly}. */
  public static long writeLockInterruptibly(int site, Object lock) throws InterruptedException {
    Journal journal = StampedLockHooks.locking(lock, null, site);
    long stamp = 0;
    try {
      stamp = ((StampedLock) lock).writeLockInterruptibly();
    } finally {
      StampedLockHooks.stamped(stamp, lock, journal, site);
    }
    return stamp;
  }

  /** {@code lock::tryReadLock}. */
  public static long tryReadLock(int site, Object lock) {
    return StampedLockHooks.stamped(((StampedLock) lock).tryReadLock(), lock, null, site);
  }

  /** {@code lock::tryReadLock} with a time. */
  public static long tryReadLock(int site, Object lock, long time, TimeUnit unit)
      throws InterruptedException {
    Journal journal = StampedLockHooks.lockingWithin(lock, time, unit, null, site);
    long stamp = 0;
    try {
      stamp = ((StampedLock) lock).tryReadLock(time, unit);
    } finally {
      StampedLockHooks.stamped(stamp, lock, journal, site);
    }
    return stamp;
  }

  /** {@code lock::tryWriteLock}. */
  public static long tryWriteLock(int site, Object lock) {
    return StampedLockHooks.stamped(((StampedLock) lock).tryWriteLock(), lock, null, site);
  }

  /** {@code lock::tryWriteLock} with a time. */
  public static long tryWriteLock(int site, Object lock, long time, TimeUnit unit)
      throws InterruptedException {
    Journal journal = StampedLockHooks.lockingWithin(lock, time, unit, null, site);
    long stamp = 0;
    try {
      stamp = ((StampedLock) lock).tryWriteLock(time, unit);
    } finally {
      StampedLockHooks.stamped(stamp, lock, journal, site);
    }
    return stamp;
  }

  /** {@code lock::unlock}. */
  public static void unlock(int site, Object lock, long stamp) {
    ((StampedLock) lock).unlock(stamp);
    StampedLockHooks.unlocked(lock, null);
  }

  /** {@code lock::unlockRead}. */
  public static void unlockRead(int site, Object lock, long stamp) {
    ((StampedLock) lock).unlockRead(stamp);
    StampedLockHooks.unlocked(lock, null);
  }

  /** {@code lock::unlockWrite}. */
  public static void unlockWrite(int site, Object lock, long stamp) {
    ((StampedLock) lock).unlockWrite(stamp);
    StampedLockHooks.unlocked(lock, null);
  }

  /** {@code lock::tryUnlockRead}. */
  public static boolean tryUnlockRead(int site, Object lock) {
    return StampedLockHooks.triedUnlock(((StampedLock) lock).tryUnlockRead(), lock, null);
  }

  /** {@code lock::tryUnlockWrite}. */
  public static boolean tryUnlockWrite(int site, Object lock) {
    return StampedLockHooks.triedUnlock(((StampedLock) lock).tryUnlockWrite(), lock, null);
  }

  /** {@code lock::tryConvertToReadLock}. */
  public static long tryConvertToReadLock(int site, Object lock, long stamp) {
    long converted = ((StampedLock) lock).tryConvertToReadLock(stamp);
    return StampedLockHooks.converted(converted, lock, null, site);
  }

  /** {@code lock::tryConvertToWriteLock}. */
  public static long tryConvertToWriteLock(int site, Object lock, long stamp) {
    long converted = ((StampedLock) lock).tryConvertToWriteLock(stamp);
    return StampedLockHooks.converted(converted, lock, null, site);
  }

  /** {@code lock::tryConvertToOptimisticRead}. */
  public static long tryConvertToOptimisticRead(int site, Object lock, long stamp) {
    long converted = ((StampedLock) lock).tryConvertToOptimisticRead(stamp);
    return StampedLockHooks.convertedToOptimistic(converted, lock, null);
  }
}
