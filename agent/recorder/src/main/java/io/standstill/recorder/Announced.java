package io.standstill.recorder;

import java.util.ArrayList;
import java.util.List;

/**
 * What a thread is about to get by a call of code that may be woven too, innermost last. What
 * happens inside of that call overwrites the pending slot of the journal, so these are kept apart.
 *
 * <p>Invariants. Only the owner of the journal writes, with plain stores; the sweeper may clear a
 * slot. When the call throws, no hook runs, and its entry is left over. So a site has one entry at
 * most, the latest, and there are few in all; and a reader believes an entry only if the thread's
 * stack shows its site in such a call.
 */
final class Announced {
  private static final int MOST = 8;

  private final Object[] locks = new Object[MOST];
  private final long[] marks = new long[MOST];
  private final long[] timeouts = new long[MOST];

  /** How deep the journal's stack was before. */
  private final int[] tops = new int[MOST];

  private int depth;

  private Announced() {}

  /** Nothing so far; null if there is no memory for it. */
  static Announced make() {
    try {
      return new Announced();
    } catch (OutOfMemoryError full) {
      return null;
    }
  }

  /** Something is about to be got. Whatever this site was about to get before, it no longer is. */
  void announce(Object lock, int site, long timeoutNanos, int top) {
    int kept = 0;
    for (int i = 0; i < depth; i++) {
      if (locks[i] != null && Mark.site(marks[i]) != site) {
        move(i, kept++);
      }
    }
    if (kept == MOST) {
      for (int i = 1; i < MOST; i++) {
        move(i, i - 1);
      }
      kept--;
    }
    marks[kept] = Mark.now(site);
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
   * It was got, or given up: its entry goes, and what was left over inside the call.
   *
   * @return how deep the journal's stack was when it was announced, -1 if it was not
   */
  int withdraw(Object lock, int site) {
    for (int i = depth - 1; i >= 0; i--) {
      if (locks[i] == lock && Mark.site(marks[i]) == site) {
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
        entries.add(Holdings.Entry.of(lock, marks[i], timeouts[i]));
      }
    }
    return entries;
  }

  /** For the sweeper: clears what is left over. */
  void forget(Holdings.Entry entry) {
    for (int i = 0; i < MOST; i++) {
      if (marks[i] == Mark.of(entry.site(), entry.tick())) {
        Journals.clearSlot(locks, i, entry.lock());
      }
    }
  }
}
