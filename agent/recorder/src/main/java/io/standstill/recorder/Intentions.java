package io.standstill.recorder;

import java.util.List;

/**
 * What a thread holds, and what it is about to get by calls of code that may be woven too: foreign
 * locks, which are those that the application has built itself, and objects from pools of objects.
 */
abstract class Intentions extends HeldLocks {
  /** Made with the first foreign lock, because most threads never meet one. */
  private Announced foreign;

  /** The pools of objects that it borrows from; made with the first. */
  private Announced borrowing;

  Intentions(Thread owner, long threadId) {
    super(owner, threadId);
  }

  /** A foreign lock is about to be taken. */
  void announce(Object lock, int site, long timeoutNanos) {
    Announced announced = foreign;
    if (announced == null) {
      announced = Announced.make();
      foreign = announced;
    }
    if (announced != null) {
      announced.announce(lock, site, timeoutNanos, top);
    }
  }

  /** A foreign lock was taken. What its own code has recorded of that is the same hold. */
  void acquiredForeign(Object lock, int site) {
    int before = withdraw(lock, site);
    if (before >= 0) {
      for (int i = before; i < top; i++) {
        if (locks[i] == lock) {
          clearPending();
          marks[i] = Mark.now(site);
          moves++;
          return;
        }
      }
    }
    acquired(lock, site);
  }

  /** A foreign lock was not taken. */
  void giveUpForeign(Object lock, int site) {
    withdraw(lock, site);
    giveUp();
  }

  private int withdraw(Object lock, int site) {
    Announced announced = foreign;
    return announced == null ? -1 : announced.withdraw(lock, site);
  }

  /** An object is about to be borrowed from a pool of objects. */
  void borrowing(Object pool, int site) {
    Announced announced = borrowing;
    if (announced == null) {
      announced = Announced.make();
      borrowing = announced;
    }
    if (announced != null) {
      announced.announce(pool, site, 0, top);
      moves++;
    }
  }

  /** It was, or the pool had none to lend. */
  void borrowed(Object pool, int site) {
    Announced announced = borrowing;
    if (announced != null) {
      announced.withdraw(pool, site);
    }
    moves++;
  }

  /** True if anything is announced. */
  final boolean isAnyAnnounced() {
    return isAny(foreign) || isAny(borrowing);
  }

  private static boolean isAny(Announced announced) {
    return announced != null && !announced.isEmpty();
  }

  /** The foreign locks that the thread may be about to take, innermost first. */
  final List<Holdings.Entry> foreignLocks() {
    return entries(foreign);
  }

  /** The pools that it may be about to borrow from, innermost first. */
  final List<Holdings.Entry> lendingPools() {
    return entries(borrowing);
  }

  private static List<Holdings.Entry> entries(Announced announced) {
    return announced == null ? List.of() : announced.entries();
  }

  /** For the sweeper: clears what is left over of a call that ended by an exception. */
  final void forgetAnnounced(Holdings.Entry entry) {
    forget(entry, foreign);
    forget(entry, borrowing);
  }

  private static void forget(Holdings.Entry entry, Announced announced) {
    if (announced != null) {
      announced.forget(entry);
    }
  }
}
