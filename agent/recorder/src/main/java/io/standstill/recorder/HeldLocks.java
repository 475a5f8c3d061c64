package io.standstill.recorder;

import java.lang.ref.WeakReference;
import jdk.internal.vm.annotation.DontInline;

/**
 * The locks that one thread holds, and the one that it is about to take: a small stack.
 *
 * <p>Invariants. Only the owning thread writes {@code top}, {@code locks}, {@code marks} and {@code
 * moves}, with plain stores. Slots below {@code top} are held; a non-null slot <em>at</em> {@code
 * top} is a lock that the owner waits for or is about to take ("pending"). Every operation changes
 * {@code moves}. A reader looks racily: what it sees of a running thread may be torn, but a thread
 * that is blocked has finished all its stores, and two looks with equal {@code moves} at a blocked
 * thread see one state. The single exception to "only the owner writes": {@link Journal#forget}
 * lets the sweeper clear the leftover of a wait that ended by an exception.
 *
 * <p>A {@link Mark} has the call site and the tick of the last change. A lock is referred to
 * strongly only while the thread holds it.
 *
 * <p>After each garbage collection the slots move to new arrays: see {@link Journals#renew}.
 */
abstract class HeldLocks extends WeakReference<Thread> {
  private static final int INITIAL_DEPTH = 4;
  private static final int MAXIMUM_DEPTH = 1 << 14;

  /** From here on a full stack is compacted first. */
  private static final int COMPACTED_DEPTH = 1 << 6;

  final long threadId;

  /** The thread's id again, or another number if the slots are to move to new arrays. */
  long key;

  int top;
  int moves;
  Object[] locks = new Object[INITIAL_DEPTH];
  long[] marks = new long[INITIAL_DEPTH];

  /** How long the acquisition that began at move {@code timedMove} may take, in nanoseconds. */
  long timeoutNanos;

  int timedMove = -1;

  HeldLocks(Thread owner, long threadId) {
    super(owner);
    this.threadId = threadId;
    this.key = threadId;
  }

  /** Moves the slots to new arrays. For the owner only, and not while it changes them. */
  void renew() {
    replaceSlots(locks.length);
    key = threadId;
  }

  /** Writes the pending slot. */
  void intend(Object lock, int site) {
    int at = top;
    if (at == locks.length) {
      grow();
      at = top;
    }
    locks[at] = lock;
    marks[at] = Mark.now(site);
    moves++;
  }

  /** Writes the pending slot of an acquisition that gives up after some time. */
  void intend(Object lock, int site, long nanos) {
    intend(lock, site);
    timeoutNanos = nanos;
    timedMove = moves;
  }

  /** The pending slot has become a held one. */
  void enter() {
    int at = top;
    long mark = marks[at];
    int tick = Clock.tick;
    if (Mark.tick(mark) != tick) {
      marks[at] = Mark.moved(mark, tick);
    }
    top = at + 1;
  }

  /** A lock was taken: the pending slot becomes a held one, unless something overwrote it. */
  void acquired(Object lock, int site) {
    int at = top;
    if (at < locks.length && locks[at] == lock) {
      enter();
    } else {
      pushUnannounced(lock, site);
    }
  }

  @DontInline
  private void pushUnannounced(Object lock, int site) {
    push(lock, site);
  }

  /** Pushes a held lock, whatever the pending slot says. */
  void push(Object lock, int site) {
    intend(lock, site);
    top++;
  }

  /** What the thread is about to take or to wait for, without a time limit; or null. */
  Object pendingForEver() {
    int at = top;
    boolean timed = timedMove == moves;
    return timed || at == locks.length ? null : locks[at];
  }

  /** The site of what the thread is about to take or to wait for. */
  int pendingSite() {
    return Mark.site(marks[top]);
  }

  /** Clears the pending slot. */
  void giveUp() {
    if (top < locks.length) {
      locks[top] = null;
    }
    moves++;
  }

  /** Removes the newest entry of a lock; false if this thread was never seen taking it. */
  boolean remove(Object lock) {
    int last = top - 1;
    if (last >= 0 && locks[last] == lock) {
      clearPending();
      locks[last] = null;
      top = last;
      moves++;
      return true;
    }
    return removeBelow(lock);
  }

  @DontInline
  private boolean removeBelow(Object lock) {
    clearPending();
    for (int i = top - 2; i >= 0; i--) {
      if (locks[i] == lock) {
        int last = top - 1;
        for (int k = i; k < last; k++) {
          locks[k] = locks[k + 1];
          marks[k] = marks[k + 1];
        }
        locks[last] = null;
        top = last;
        moves++;
        return true;
      }
    }
    return false;
  }

  /**
   * Most of the time there is nothing to clear; and a reference is dearer to write than to read.
   */
  void clearPending() {
    Object[] slots = locks;
    int at = top;
    if (at < slots.length && slots[at] != null) {
      slots[at] = null;
    }
  }

  /**
   * Makes room: drops entries of locks that others have released, else doubles the stack. At its
   * bound, or without memory, it drops the older half instead, because entries that deep are the
   * leftovers of locks released where no hook could see it.
   */
  @DontInline
  private void grow() {
    int depth = locks.length;
    if (depth >= COMPACTED_DEPTH) {
      dropHandedOver();
      if (top <= depth - depth / 4) {
        return;
      }
    }
    if (depth >= MAXIMUM_DEPTH || !replaceSlots(depth * 2)) {
      dropOlderHalf();
    }
  }

  /** Drops entries of locks that others have released; false if there were none. */
  boolean dropHandedOver() {
    int kept = 0;
    for (int i = 0; i < top; i++) {
      if (!isHandedOver(i)) {
        locks[kept] = locks[i];
        marks[kept] = marks[i];
        kept++;
      }
    }
    if (kept == top) {
      return false;
    }
    clearPending();
    clearFrom(kept);
    moves++;
    return true;
  }

  /** Monitors are released by their owners; and asking them for a hash code would inflate them. */
  private boolean isHandedOver(int index) {
    Site site = SiteTable.get(Mark.site(marks[index]));
    return (site == null || site.kind() != Site.Kind.MONITOR)
        && ReleaseHistory.handedOver(locks[index]);
  }

  /** Moves the slots to new arrays of this size. */
  private boolean replaceSlots(int depth) {
    try {
      Object[] newLocks = new Object[depth];
      long[] newMarks = new long[depth];
      int used = Math.min(top + 1, locks.length); // The pending slot belongs to them.
      System.arraycopy(locks, 0, newLocks, 0, used);
      System.arraycopy(marks, 0, newMarks, 0, used);
      marks = newMarks;
      locks = newLocks;
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  private void dropOlderHalf() {
    int dropped = top / 2;
    int kept = top - dropped;
    System.arraycopy(locks, dropped, locks, 0, kept);
    System.arraycopy(marks, dropped, marks, 0, kept);
    clearFrom(kept);
  }

  private void clearFrom(int kept) {
    for (int i = kept; i < top; i++) {
      locks[i] = null;
    }
    top = kept;
  }

  /** What the pending slot says. */
  Object pending() {
    int at = top;
    Object[] slots = locks;
    return at < slots.length ? slots[at] : null;
  }
}
