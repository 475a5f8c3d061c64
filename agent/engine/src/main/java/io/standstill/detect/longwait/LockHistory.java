package io.standstill.detect.longwait;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who held the locks that threads wait for, from look to look: whether a lock is still in the same
 * hand, or was taken by others meanwhile. A lock is remembered for as long as looks find somebody
 * waiting for it; locks and threads are told apart by numbers, and not kept alive.
 */
final class LockHistory {
  private static final int MOST_TAKINGS = 500;

  /** What no look has seen for so long is forgotten; one look may miss it by bad luck. */
  private static final int LOOKS_REMEMBERED = 3;

  /**
   * One hold.
   *
   * @param site where it was taken, 0 if no journal knows
   * @param tick when it was taken; with the site it tells this hold from the next of the same
   *     thread
   * @param sinceNanos steady time of the look that first saw it
   * @param atFirst whether it was there when the lock was first looked at
   */
  record Hold(long owner, int site, int tick, long sinceNanos, boolean atFirst, int lastLook) {
    boolean isKnown() {
      return site != 0;
    }

    private boolean isSame(Hold later) {
      return owner == later.owner && site == later.site && tick == later.tick;
    }

    private Hold seenAgain(int look) {
      return new Hold(owner, site, tick, sinceNanos, atFirst, look);
    }
  }

  /**
   * The lock came into another hand.
   *
   * @param afterNanos steady time of the last look at the lock that still saw it otherwise
   */
  record Taking(long owner, String name, long afterNanos) {}

  private static final class Lock {
    private final Map<Long, Hold> holds = new HashMap<>();
    private final Deque<Taking> takings = new ArrayDeque<>();
    private int lastLook;
    private long lastNanos;
  }

  private final Map<LockRef, Lock> locks = new HashMap<>();
  private int look;

  /** Begins a look; what the last looks did not ask about is forgotten. */
  void begin() {
    look++;
    locks.values().removeIf(lock -> look - lock.lastLook > LOOKS_REMEMBERED);
  }

  /**
   * Notes who holds a lock now.
   *
   * @param exclusive whether it has one owner at most, so that any other hold is over
   * @param now steady time
   */
  void note(LockRef lock, ThreadSet owners, boolean exclusive, Evidence evidence, long now) {
    Lock known = locks.get(lock);
    boolean isFirst = known == null;
    if (isFirst) {
      known = new Lock();
      locks.put(lock.withoutObject(), known);
    }
    known.lastLook = look;
    if (exclusive && !owners.isEmpty()) {
      known.holds.keySet().retainAll(owners.ids());
    }
    for (Thread owner : owners) {
      Hold hold = hold(owner, lock, evidence, now, isFirst);
      Hold before = known.holds.get(hold.owner());
      if (before != null && before.isSame(hold)) {
        known.holds.put(hold.owner(), before.seenAgain(look));
      } else {
        known.holds.put(hold.owner(), hold);
        if (!isFirst) {
          add(new Taking(hold.owner(), Threads.name(owner), known.lastNanos), known.takings);
        }
      }
    }
    known.lastNanos = now;
    known.holds.values().removeIf(hold -> look - hold.lastLook() >= LOOKS_REMEMBERED);
  }

  private Hold hold(Thread owner, LockRef lock, Evidence evidence, long now, boolean isFirst) {
    Holdings.Entry entry = entry(evidence.subject(owner), lock);
    return new Hold(
        Threads.id(owner),
        entry == null ? 0 : entry.site(),
        entry == null ? 0 : entry.tick(),
        now,
        isFirst,
        look);
  }

  /** The outermost entry of a lock in the journal of its owner, or null. */
  private static Holdings.Entry entry(Subject owner, LockRef lock) {
    if (owner.journal() != null) {
      for (Holdings.Entry entry : owner.journal().held()) {
        if (entry != null
            && (lock.is(entry.lock()) || lock.is(Synchronizers.parkedOn(entry.lock())))) {
          return entry;
        }
      }
    }
    return null;
  }

  private static void add(Taking taking, Deque<Taking> takings) {
    takings.addLast(taking);
    if (takings.size() > MOST_TAKINGS) {
      takings.removeFirst();
    }
  }

  /** The hold that this look has seen, or null. */
  Hold holdOf(LockRef lock, Thread owner) {
    Lock known = locks.get(lock);
    Hold hold = known == null ? null : known.holds.get(Threads.id(owner));
    return hold != null && hold.lastLook() == look ? hold : null;
  }

  /** How often the lock has surely come into another hand since then, newest last. */
  Collection<Taking> takingsSince(LockRef lock, long nanos) {
    Lock known = locks.get(lock);
    return known == null
        ? List.of()
        : known.takings.stream().filter(taking -> taking.afterNanos() >= nanos).toList();
  }
}
