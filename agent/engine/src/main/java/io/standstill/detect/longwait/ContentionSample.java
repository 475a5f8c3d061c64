package io.standstill.detect.longwait;

import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.ReadHolds;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;

/**
 * One thread that waits for a lock, as one look saw it, in words that keep nothing alive.
 *
 * @param name where the code took the lock from, or null
 * @param waitSite the place that waits, or null
 * @param holdSite the place that took the lock, or null
 * @param waitMillis how long it has waited so far
 * @param holdMillis how long the lock has been held so far; 0 if not known
 */
record ContentionSample(
    String name,
    String className,
    String waitSite,
    String holdSite,
    long waitMillis,
    long holdMillis) {

  /**
   * What is known of a waiter without asking for more than the evidence has; null if too little.
   */
  static ContentionSample of(Subject waiter, long seenMillis) {
    Holdings.Entry wanted = waiter.pending();
    LockRef lock = lockOf(waiter, wanted);
    if (lock == null || lock.isAgents()) {
      return null;
    }
    boolean announced = wanted != null && isSame(lock, wanted.lock());
    Site waits = announced ? SiteTable.get(wanted.site()) : null;
    Holdings.Entry hold = holdOf(lock, ownerId(waiter));
    Site holds = hold == null ? null : SiteTable.get(hold.site());
    Site named = waits != null && waits.lockName() != null ? waits : holds;
    return new ContentionSample(
        named == null ? null : named.lockName(),
        lock.object() == null ? lock.className() : Synchronizers.userClass(lock.object()),
        waits == null ? null : waits.toString(),
        holds == null ? null : holds.toString(),
        announced ? Math.max(seenMillis, age(wanted)) : seenMillis,
        hold == null ? 0 : age(hold));
  }

  private static LockRef lockOf(Subject waiter, Holdings.Entry wanted) {
    if (Synchronizers.isLock(waiter.parkedOn())) {
      return LockRef.of(waiter.parkedOn());
    } else if (waiter.facts() != null && waiter.facts().blockedOn() != null) {
      return waiter.facts().blockedOn();
    }
    return waiter.pending(Site.Kind.MONITOR) == null ? null : LockRef.of(wanted.lock());
  }

  private static boolean isSame(LockRef lock, Object other) {
    return lock.is(other) || lock.is(Synchronizers.parkedOn(other));
  }

  /** 0 if nobody is known to own it. */
  private static long ownerId(Subject waiter) {
    Thread owner = Synchronizers.owner(waiter.parkedOn());
    if (owner == null && Synchronizers.isReadWriteLock(waiter.parkedOn())) {
      owner = ReadHolds.firstReader(waiter.parkedOn());
    }
    if (owner != null) {
      return Threads.id(owner);
    }
    return waiter.facts() == null ? 0 : waiter.facts().ownerId();
  }

  private static Holdings.Entry holdOf(LockRef lock, long ownerId) {
    Journal journal = ownerId == 0 ? null : Journals.of(ownerId);
    if (journal != null) {
      for (Holdings.Entry entry : journal.holdings().held()) {
        if (entry != null && isSame(lock, entry.lock())) {
          return entry;
        }
      }
    }
    return null;
  }

  /** Without the time in which the process was stopped. */
  private static long age(Holdings.Entry entry) {
    return Math.max(0, (long) Clock.steadySince(entry.tick()) * Clock.TICK_MILLIS);
  }
}
