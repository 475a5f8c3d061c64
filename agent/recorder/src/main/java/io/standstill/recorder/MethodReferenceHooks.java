package io.standstill.recorder;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;

/**
 * Stands in for method references such as {@code lock::lock} and {@code Lock::unlock}. The site
 * travels as one more captured argument: behind the receiver where that is captured too, else alone
 * in front.
 */
public final class MethodReferenceHooks {
  private MethodReferenceHooks() {}

  /** {@code lock::lock}. */
  public static void lock(Lock lock, int site) {
    Journal journal = LockHooks.anyLocking(lock, null, site);
    lock.lock();
    LockHooks.anyLocked(lock, journal, site);
  }

  /** {@code Lock::lock}. */
  public static void lock(int site, Lock lock) {
    lock(lock, site);
  }

  /** {@code lock::lockInterruptibly}. */
  public static void lockInterruptibly(Lock lock, int site) throws InterruptedException {
    Journal journal = LockHooks.anyLocking(lock, null, site);
    lock.lockInterruptibly();
    LockHooks.anyLocked(lock, journal, site);
  }

  /** {@code Lock::lockInterruptibly}. */
  public static void lockInterruptibly(int site, Lock lock) throws InterruptedException {
    lockInterruptibly(lock, site);
  }

  /** {@code lock::tryLock}. */
  public static boolean tryLock(Lock lock, int site) {
    return LockHooks.tried(lock.tryLock(), lock, null, site);
  }

  /** {@code Lock::tryLock}. */
  public static boolean tryLock(int site, Lock lock) {
    return tryLock(lock, site);
  }

  /** {@code lock::unlock}. */
  public static void unlock(Lock lock, int site) {
    lock.unlock();
    LockHooks.unlocked(lock, null);
  }

  /** {@code Lock::unlock}. */
  public static void unlock(int site, Lock lock) {
    unlock(lock, site);
  }

  /** {@code semaphore::acquire}. */
  public static void acquire(Semaphore semaphore, int site) throws InterruptedException {
    Journal journal = SemaphoreHooks.acquiring(semaphore, null, site);
    semaphore.acquire();
    SemaphoreHooks.acquired(semaphore, 1, journal, site);
  }

  /** {@code Semaphore::acquire}. */
  public static void acquire(int site, Semaphore semaphore) throws InterruptedException {
    acquire(semaphore, site);
  }

  /** {@code semaphore::acquireUninterruptibly}. */
  public static void acquireUninterruptibly(Semaphore semaphore, int site) {
    Journal journal = SemaphoreHooks.acquiring(semaphore, null, site);
    semaphore.acquireUninterruptibly();
    SemaphoreHooks.acquired(semaphore, 1, journal, site);
  }

  /** {@code Semaphore::acquireUninterruptibly}. */
  public static void acquireUninterruptibly(int site, Semaphore semaphore) {
    acquireUninterruptibly(semaphore, site);
  }

  /** {@code semaphore::tryAcquire}. */
  public static boolean tryAcquire(Semaphore semaphore, int site) {
    return SemaphoreHooks.tried(semaphore.tryAcquire(), semaphore, 1, null, site);
  }

  /** {@code Semaphore::tryAcquire}. */
  public static boolean tryAcquire(int site, Semaphore semaphore) {
    return tryAcquire(semaphore, site);
  }

  /** {@code semaphore::release}. */
  public static void release(Semaphore semaphore, int site) {
    semaphore.release();
    SemaphoreHooks.released(semaphore, 1, null);
  }

  /** {@code Semaphore::release}. */
  public static void release(int site, Semaphore semaphore) {
    release(semaphore, site);
  }
}
