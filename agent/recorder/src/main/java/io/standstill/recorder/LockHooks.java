package io.standstill.recorder;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Called around the methods of {@link Lock}. The {@code any…} forms serve calls whose receiver may
 * turn out to be no lock at all, such as {@code MyQueue.lock()}, or one that the application has
 * built itself: the class of the receiver is known only now, and weaving loads no class to find
 * out. The woven code tells them whether it is a {@code Lock}.
 */
public final class LockHooks {
  private LockHooks() {}

  /** Before {@code lock()} and {@code lockInterruptibly()}; returns the journal for later hooks. */
  public static Journal locking(Object lock, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
      if (own.top > 0) {
        Order.taking(own, lock, site, false);
      }
      own.intend(lock, site);
    }
    return own;
  }

  /** Before {@code tryLock(time, unit)}; returns the journal for later hooks. */
  public static Journal lockingWithin(
      Object lock, long time, TimeUnit unit, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
      own.intend(lock, site, unit == null ? 0 : unit.toNanos(time));
    }
    return own;
  }

  /** After {@code lock()} and {@code lockInterruptibly()}. */
  public static void locked(Object lock, Journal journal, int site) {
    if (journal != null) {
      journal.acquired(lock, site);
    }
  }

  /** After {@code tryLock}, plain or timed; returns its result. */
  public static boolean tried(boolean locked, Object lock, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
      if (locked) {
        own.push(lock, site);
      } else {
        own.giveUp();
      }
    }
    return locked;
  }

  /** After {@code unlock()}. */
  public static void unlocked(Object lock, Journal journal) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null && !own.remove(lock)) {
      ReleaseHistory.noteHandedOver(lock);
    }
  }

  /** Like {@link #locking}, if the receiver is a {@link Lock}, perhaps a foreign one. */
  public static Journal anyLocking(Object receiver, boolean isLock, Journal journal, int site) {
    if (!isLock) {
      return journal;
    }
    Journal own = locking(receiver, journal, site);
    if (own != null && !isOfTheJdk(receiver)) {
      own.announce(receiver, site, 0);
    }
    return own;
  }

  /** Like {@link #lockingWithin}, if the receiver is a {@link Lock}, perhaps a foreign one. */
  public static Journal anyLockingWithin(
      Object receiver, boolean isLock, long time, TimeUnit unit, Journal journal, int site) {
    if (!isLock) {
      return journal;
    }
    Journal own = lockingWithin(receiver, time, unit, journal, site);
    if (own != null && !isOfTheJdk(receiver)) {
      own.announce(receiver, site, unit == null ? 0 : unit.toNanos(time));
    }
    return own;
  }

  /** Like {@link #locked}, if the receiver is a {@link Lock}, perhaps a foreign one. */
  public static void anyLocked(Object receiver, boolean isLock, Journal journal, int site) {
    if (isLock && journal != null) {
      if (isOfTheJdk(receiver)) {
        journal.acquired(receiver, site);
      } else {
        journal.acquiredForeign(receiver, site);
      }
    }
  }

  /** Like {@link #tried}, if the receiver is a {@link Lock}, perhaps a foreign one. */
  public static boolean anyTried(
      boolean locked, Object receiver, boolean isLock, Journal journal, int site) {
    return isLock ? tried(locked, receiver, journal, site) : locked;
  }

  /** The same after {@link #anyLockingWithin}. */
  public static boolean anyTriedWithin(
      boolean locked, Object receiver, boolean isLock, Journal journal, int site) {
    if (!isLock || isOfTheJdk(receiver)) {
      return anyTried(locked, receiver, isLock, journal, site);
    } else if (journal != null && locked) {
      journal.acquiredForeign(receiver, site);
    } else if (journal != null) {
      journal.giveUpForeign(receiver, site);
    }
    return locked;
  }

  /** Like {@link #unlocked}, if the receiver is a {@link Lock}. */
  public static void anyUnlocked(Object receiver, boolean isLock, Journal journal) {
    if (isLock) {
      unlocked(receiver, journal);
    }
  }

  private static boolean isOfTheJdk(Object receiver) {
    return receiver instanceof ReentrantLock
        || receiver instanceof ReentrantReadWriteLock.ReadLock
        || receiver instanceof ReentrantReadWriteLock.WriteLock;
  }
}
