package io.standstill.recorder;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * Stands in for method references such as {@code lock::lock} and {@code Lock::unlock}. The site
 * travels in front of the receiver, as one more captured argument.
 */
public final class LockReferenceHooks {
  private LockReferenceHooks() {}

  /** {@code lock::lock}. */
  public static void lock(int site, Object lock) {
    Journal journal = LockHooks.anyLocking(lock, true, null, site);
    try {
      ((Lock) lock).lock();
    } catch (Throwable failure) {
      LockHooks.anyTriedWithin(false, lock, true, journal, site);
      throw failure;
    }
    LockHooks.anyLocked(lock, true, journal, site);
  }

  /** {@code lock::lockInterruptibly}. */
  public static void lockInterruptibly(int site, Object lock) throws InterruptedException {
    Journal journal = LockHooks.anyLocking(lock, true, null, site);
    try {
      ((Lock) lock).lockInterruptibly();
    } catch (Throwable failure) {
      LockHooks.anyTriedWithin(false, lock, true, journal, site);
      throw failure;
    }
    LockHooks.anyLocked(lock, true, journal, site);
  }

  /** {@code lock::tryLock}. */
  public static boolean tryLock(int site, Object lock) {
    return LockHooks.tried(((Lock) lock).tryLock(), lock, null, site);
  }

  /** {@code lock::tryLock} with a time. */
  public static boolean tryLock(int site, Object lock, long time, TimeUnit unit)
      throws InterruptedException {
    Journal journal = LockHooks.anyLockingWithin(lock, true, time, unit, null, site);
    boolean locked = false;
    try {
      locked = ((Lock) lock).tryLock(time, unit);
    } finally {
      LockHooks.anyTriedWithin(locked, lock, true, journal, site);
    }
    return locked;
  }

  /** {@code lock::unlock}. */
  public static void unlock(int site, Object lock) {
    ((Lock) lock).unlock();
    LockHooks.unlocked(lock, null);
  }
}
