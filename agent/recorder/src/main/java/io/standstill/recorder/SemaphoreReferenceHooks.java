package io.standstill.recorder;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Stands in for method references to {@code Semaphore}: see {@link LockReferenceHooks}. */
public final class SemaphoreReferenceHooks {
  private SemaphoreReferenceHooks() {}

  /** {@code semaphore::acquire}. */
  public static void acquire(int site, Object semaphore) throws InterruptedException {
    Journal journal = SemaphoreHooks.acquiring(semaphore, null, site);
    int taken = 0;
    try {
      ((Semaphore) semaphore).acquire();
      taken = 1;
    } finally {
      SemaphoreHooks.acquired(semaphore, taken, journal, site);
    }
  }

  /** {@code semaphore::acquire} of several permits. */
  public static void acquire(int site, Object semaphore, int permits) throws InterruptedException {
    Journal journal = SemaphoreHooks.acquiring(semaphore, null, site);
    int taken = 0;
    try {
      ((Semaphore) semaphore).acquire(permits);
      taken = permits;
    } finally {
      SemaphoreHooks.acquired(semaphore, taken, journal, site);
    }
  }

  /** {@code semaphore::acquireUninterruptibly}. */
  public static void acquireUninterruptibly(int site, Object semaphore) {
    Journal journal = SemaphoreHooks.acquiring(semaphore, null, site);
    int taken = 0;
    try {
      ((Semaphore) semaphore).acquireUninterruptibly();
      taken = 1;
    } finally {
      SemaphoreHooks.acquired(semaphore, taken, journal, site);
    }
  }

  /** {@code semaphore::acquireUninterruptibly} of several permits. */
  public static void acquireUninterruptibly(int site, Object semaphore, int permits) {
    Journal journal = SemaphoreHooks.acquiring(semaphore, null, site);
    int taken = 0;
    try {
      ((Semaphore) semaphore).acquireUninterruptibly(permits);
      taken = permits;
    } finally {
      SemaphoreHooks.acquired(semaphore, taken, journal, site);
    }
  }

  /** {@code semaphore::tryAcquire}. */
  public static boolean tryAcquire(int site, Object semaphore) {
    boolean acquired = ((Semaphore) semaphore).tryAcquire();
    return SemaphoreHooks.tried(acquired, semaphore, 1, null, site);
  }

  /** {@code semaphore::tryAcquire} with a time. */
  public static boolean tryAcquire(int site, Object semaphore, long time, TimeUnit unit)
      throws InterruptedException {
    Journal journal = SemaphoreHooks.acquiringWithin(semaphore, time, unit, null, site);
    boolean acquired = false;
    try {
      acquired = ((Semaphore) semaphore).tryAcquire(time, unit);
    } finally {
      SemaphoreHooks.tried(acquired, semaphore, 1, journal, site);
    }
    return acquired;
  }

  /** {@code semaphore::release}. */
  public static void release(int site, Object semaphore) {
    SemaphoreHooks.releasing(semaphore, 1, null);
    ((Semaphore) semaphore).release();
  }

  /** {@code semaphore::tryAcquire} of several permits. */
  public static boolean tryAcquire(int site, Object semaphore, int permits) {
    boolean acquired = ((Semaphore) semaphore).tryAcquire(permits);
    return SemaphoreHooks.tried(acquired, semaphore, permits, null, site);
  }

  /** {@code semaphore::tryAcquire} of several permits with a time. */
  public static boolean tryAcquire(
      int site, Object semaphore, int permits, long time, TimeUnit unit)
      throws InterruptedException {
    Journal journal = SemaphoreHooks.acquiringWithin(semaphore, time, unit, null, site);
    boolean acquired = false;
    try {
      acquired = ((Semaphore) semaphore).tryAcquire(permits, time, unit);
    } finally {
      SemaphoreHooks.tried(acquired, semaphore, permits, journal, site);
    }
    return acquired;
  }

  /** {@code semaphore::release} of several permits. */
  public static void release(int site, Object semaphore, int permits) {
    SemaphoreHooks.releasing(semaphore, permits, null);
    ((Semaphore) semaphore).release(permits);
  }
}
