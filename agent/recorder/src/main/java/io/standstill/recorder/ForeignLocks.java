package io.standstill.recorder;

import java.util.ArrayList;
import java.util.List;

/**
 * The foreign locks that a thread is about to take, innermost last: those that the application has
 * built itself. Their {@code lock()} may be woven too, and what happens inside it overwrites the
 * pending slot of the journal, so they are kept apart.
 *
 * <p>Invariants. Only the owner of the journal writes, with plain stores; the sweeper may clear a
 * slot. When {@code lock()} throws, no hook runs, and its entry is left over. So a site has one
 * entry at most, the latest, and there are few in all; and a reader believes an entry only if the
 * thread's stack shows its site in a call of {@code lock()}.
 */
final class ForeignLocks {
  private static final int MOST = 8;

  private final Object[] locks = new Object[MOST];
  private final long[] marks = new long[MOST];
  private final long[] timeouts = new long[MOST];

  /** How deep the journal's stack was before. */
  private final int[] tops = new int[MOST];

  private int depth;

  /** A lock is about to be taken. Whatever this site was about to take before, it no longer is. */
  void announce(Object lock, int site, long timeoutNanos, int top) {
    int kept = 0;
    for (int i = 0; i < depth; i++) {
      if (locks[i] != null && (int) (marks[i] >>> 32) != site) {
        move(i, kept++);
      }
    }
    if (kept == MOST) {
      for (int i = 1; i < MOST; i++) {
        move(i, i - 1);
      }
      kept--;
    }
    marks[kept] = (long) site << 32 | Clock.tick;
    timeouts[kept] = timeoutNanos;
    tops[kept] = top;
    locks[kept] = lock;
    cut(kept + 1);
  }

  private void move(int from, int to) {
    locks[to] = locks[from];
    marks[to] = marks[from];
    timeouts[to] = timeouts[from];
    tops[to] = tops[from];
  }

  /**
   * The lock was taken, or given up: its entry goes, and what was left over inside it.
   *
   * @return how deep the journal's stack was when it was announced, -1 if it was not
   */
  int withdraw(Object lock, int site) {
    for (int i = depth - 1; i >= 0; i--) {
      if (locks[i] == lock && (int) (marks[i] >>> 32) == site) {
        cut(i);
        return tops[i];
      }
    }
    return -1;
  }

  private void cut(int kept) {
    for (int i = kept; i < depth; i++) {
      locks[i] = null;
    }
    depth = kept;
  }

  boolean isEmpty() {
    for (int i = Math.min(depth, MOST) - 1; i >= 0; i--) {
      if (locks[i] != null) {
        return false;
      }
    }
    return true;
  }

  /** Copies what is announced, innermost first. */
  List<Holdings.Entry> entries() {
    List<Holdings.Entry> entries = new ArrayList<>();
    for (int i = Math.min(depth, MOST) - 1; i >= 0; i--) {
      Object lock = locks[i];
      if (lock != null) {
        entries.add(new Holdings.Entry(lock, (int) (marks[i] >>> 32), (int) marks[i], timeouts[i]));
      }
    }
    return entries;
  }

  /** For the sweeper: clears what is left over. */
  void forget(Holdings.Entry entry) {
    for (int i = 0; i < MOST; i++) {
      if (marks[i] == ((long) entry.site() << 32 | entry.tick())) {
        Journals.clearSlot(locks, i, entry.lock());
      }
    }
  }
}
