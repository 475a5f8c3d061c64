package io.standstill.recorder;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * Stands in for references to methods such as {@code lock()} of a class that may turn out to be no
 * {@code Lock} at all. The receiver tells; if it is none, the method that was meant is called. Its
 * handle travels between the site and the receiver.
 */
public final class AnyLockReferenceHooks {
  private AnyLockReferenceHooks() {}

  /** {@code mine::lock}. */
  public static void lock(int site, MethodHandle meant, Object receiver) throws Throwable {
    if (receiver instanceof Lock) {
      LockReferenceHooks.lock(site, receiver);
    } else {
      meant.invoke(receiver);
    }
  }

  /** {@code mine::lockInterruptibly}. */
  public static void lockInterruptibly(int site, MethodHandle meant, Object receiver)
      throws Throwable {
    if (receiver instanceof Lock) {
      LockReferenceHooks.lockInterruptibly(site, receiver);
    } else {
      meant.invoke(receiver);
    }
  }

  /** {@code mine::tryLock}. */
  public static boolean tryLock(int site, MethodHandle meant, Object receiver) throws Throwable {
    return receiver instanceof Lock
        ? LockReferenceHooks.tryLock(site, receiver)
        : (boolean) meant.invoke(receiver);
  }

  /** {@code mine::tryLock} with a time. */
  public static boolean tryLock(
      int site, MethodHandle meant, Object receiver, long time, TimeUnit unit) throws Throwable {
    return receiver instanceof Lock
        ? LockReferenceHooks.tryLock(site, receiver, time, unit)
        : (boolean) meant.invoke(receiver, time, unit);
  }

  /** {@code mine::unlock}. */
  public static void unlock(int site, MethodHandle meant, Object receiver) throws Throwable {
    if (receiver instanceof Lock) {
      LockReferenceHooks.unlock(site, receiver);
    } else {
      meant.invoke(receiver);
    }
  }
}
