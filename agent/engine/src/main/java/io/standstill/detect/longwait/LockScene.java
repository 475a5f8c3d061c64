package io.standstill.detect.longwait;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.ReadHolds;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.detect.waits.Analysis;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All who wait for locks at one moment, and how the locks have fared since looks began to watch
 * them. From a waiter a path leads to whoever keeps it waiting: over holders of locks that wait for
 * a lock themselves, to one that runs, sleeps or waits for something else.
 */
final class LockScene {
  private static final int LONGEST_PATH = 100;

  private final ThreadSet waiters;
  private final LockWaits waits;
  private final LockHistory history;
  private final Evidence evidence;
  private final Analysis analysis;
  private final Set<Long> stuck;
  private final Map<Long, List<LockHistory.Hold>> holdsAgainst = new HashMap<>();
  private final long now;

  /**
   * @param waiters the threads that wait for locks
   * @param now steady time
   */
  LockScene(ThreadSet waiters, LockWaits waits, LockHistory history, Evidence evidence, long now) {
    this.waiters = waiters;
    this.waits = waits;
    this.history = history;
    this.evidence = evidence;
    this.now = now;
    this.analysis = new Analysis(evidence, waiters);
    this.stuck = analysis.stuck();
    note();
  }

  /** Brings the history up to date. */
  private void note() {
    Map<LockRef, ThreadSet> holders = new LinkedHashMap<>();
    Set<LockRef> shared = new HashSet<>();
    for (Thread waiter : waiters) {
      LockRef lock = waits.isSettled(waiter) ? lockOf(waiter) : null;
      if (lock != null) {
        ThreadSet known = holders.computeIfAbsent(lock, unused -> new ThreadSet());
        known.addAll(holdersFor(waiter));
        Wait wait = analysis.waitOf(waiter);
        if (wait != null && wait.type().isOfPair()) {
          shared.add(lock);
        }
      }
    }
    holders.forEach(
        (lock, owners) -> history.note(lock, owners, !shared.contains(lock), evidence, now));
  }

  /** The lock itself, where reading and writing are one; null if unknown, or the agent's own. */
  LockRef lockOf(Thread waiter) {
    Subject subject = evidence.subject(waiter);
    if (Synchronizers.isLock(subject.parkedOn())) {
      return LockRef.of(subject.parkedOn());
    } else if (subject.facts() != null && subject.facts().blockedOn() != null) {
      LockRef monitor = subject.facts().blockedOn();
      return monitor.isAgents() ? null : monitor;
    }
    Wait wait = analysis.waitOf(waiter);
    return wait == null ? null : wait.lock();
  }

  /** Of the threads that a waiter waits for, those that hold the lock: not who is queued ahead. */
  private ThreadSet holdersFor(Thread waiter) {
    ThreadSet holders = new ThreadSet();
    Wait wait = analysis.waitOf(waiter);
    if (wait != null && isForLock(wait)) {
      for (Thread owner : wait.owners()) {
        if (holds(owner, evidence.subject(waiter).parkedOn())) {
          holders.add(owner);
        }
      }
    }
    return holders;
  }

  private boolean holds(Thread owner, Object parkedOn) {
    if (Synchronizers.isReadWriteLock(parkedOn)) {
      return Synchronizers.owner(parkedOn) == owner || ReadHolds.holds(owner, parkedOn);
    } else if (Synchronizers.isStampedLock(parkedOn)) {
      return evidence.holders().of(parkedOn).stream().anyMatch(each -> each.thread() == owner);
    }
    return true;
  }

  private static boolean isForLock(Wait wait) {
    return wait.type().isLock() && wait.route() == null;
  }

  ThreadSet waiters() {
    return waiters;
  }

  Evidence evidence() {
    return evidence;
  }

  Wait waitOf(Thread waiter) {
    return analysis.waitOf(waiter);
  }

  LockWaits.Followed followed(Thread waiter) {
    return waits.of(waiter);
  }

  /** True if a thread is in a wait that began then, and this look does not know who holds it up. */
  boolean isUnclear(long waiter, long sinceNanos) {
    Thread thread = waiters.get(waiter);
    return thread != null
        && waits.of(thread).sinceNanos() == sinceNanos
        && analysis.waitOf(thread) == null;
  }

  /** How long a thread has surely been in its wait, in nanoseconds. */
  long waitedNanos(Thread waiter) {
    return waits.isSettled(waiter) ? now - waits.of(waiter).sinceNanos() : 0;
  }

  /** True for a thread that a deadlock holds, or that waits behind one. */
  boolean isStuck(Thread thread) {
    return stuck.contains(Threads.id(thread));
  }

  /** The holds that this look has seen of the lock for which a thread waits, longest first. */
  List<LockHistory.Hold> holdsAgainst(Thread waiter) {
    return holdsAgainst.computeIfAbsent(Threads.id(waiter), unused -> findHoldsAgainst(waiter));
  }

  private List<LockHistory.Hold> findHoldsAgainst(Thread waiter) {
    List<LockHistory.Hold> holds = new ArrayList<>();
    LockRef lock = lockOf(waiter);
    if (lock != null) {
      for (Thread holder : holdersFor(waiter)) {
        LockHistory.Hold hold = history.holdOf(lock, holder);
        if (hold != null) {
          holds.add(hold);
        }
      }
    }
    holds.sort(Comparator.comparingLong(LockHistory.Hold::sinceNanos));
    return holds;
  }

  /**
   * True if a hold has lasted for so long; or for half of it at least, and for all of the time that
   * its lock was watched, which began later than the wait.
   */
  boolean isLong(LockHistory.Hold hold, long thresholdNanos) {
    long seenNanos = now - hold.sinceNanos();
    return seenNanos >= (hold.atFirst() ? thresholdNanos / 2 : thresholdNanos);
  }

  /** What looks have seen of others that took the lock while this thread waited. */
  List<LockHistory.Taking> overtakersOf(Thread waiter) {
    LockRef lock = lockOf(waiter);
    return lock == null
        ? List.of()
        : List.copyOf(history.takingsSince(lock, waits.of(waiter).sinceNanos()));
  }

  /**
   * From a waiter to whoever keeps it waiting. The last of the path does not wait for a lock, or
   * has just begun to. Null if nobody is known to keep it waiting.
   */
  List<Thread> pathFrom(Thread waiter) {
    ThreadSet path = new ThreadSet();
    Thread at = waiter;
    while (at != null && path.size() < LONGEST_PATH && path.add(at)) {
      at = at == waiter || waits.isSettled(at) ? next(at) : null;
    }
    return at != null || path.size() < 2 ? null : List.copyOf(path.threads());
  }

  /** Who has held the awaited lock for longest; else who is queued ahead. */
  private Thread next(Thread waiter) {
    Wait wait = analysis.waitOf(waiter);
    if (wait == null || !isForLock(wait)) {
      return null;
    }
    List<LockHistory.Hold> holds = holdsAgainst(waiter);
    return holds.isEmpty()
        ? wait.owners().iterator().next()
        : wait.owners().get(holds.get(0).owner());
  }
}
