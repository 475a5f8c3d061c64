package io.standstill.recorder;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * Called around the methods of {@link Lock}. The {@code any…} forms serve calls whose receiver may
 * turn out to be no lock at all, such as {@code MyQueue.lock()}: the class of the receiver is known
 * only now, and weaving loads no class to find out.
 */
public final class LockHooks {
  private LockHooks() {}

  /** Before {@code lock()} and {@code lockInterruptibly()}; returns the journal for later hooks. */
  public static Journal locking(Object lock, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
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

  /** Like {@link #locking}, if the receiver is a {@link Lock}. */
  public static Journal anyLocking(Object receiver, Journal journal, int site) {
    return receiver instanceof Lock ? locking(receiver, journal, site) : journal;
  }

  /** Like {@link #lockingWithin}, if the receiver is a {@link Lock}. */
  public static Journal anyLockingWithin(
      Object receiver, long time, TimeUnit unit, Journal journal, int site) {
    return receiver instanceof Lock ? lockingWithin(receiver, time, unit, journal, site) : journal;
  }

  /** Like {@link #locked}, if the receiver is a {@link Lock}. */
  public static void anyLocked(Object receiver, Journal journal, int site) {
    if (receiver instanceof Lock) {
      locked(receiver, journal, site);
    }
  }

  /** Like {@link #tried}, if the receiver is a {@link Lock}. */
  public static boolean anyTried(boolean locked, Object receiver, Journal journal, int site) {
    return receiver instanceof Lock ? tried(locked, receiver, journal, site) : locked;
  }

  /** Like {@link #unlocked}, if the receiver is a {@link Lock}. */
  public static void anyUnlocked(Object receiver, Journal journal) {
    if (receiver instanceof Lock) {
      unlocked(receiver, journal);
    }
  }
}
