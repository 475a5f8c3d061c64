package io.standstill.detect.longwait;

import io.standstill.detect.probe.Subject;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Site;

/**
 * What tells one wait for a lock from the next of the same thread, as numbers only.
 *
 * @param lock identity hash code of a synchronizer or of a lock of the application's own; else 0
 * @param node number of the thread's node in the queue of a synchronizer; else the site that has
 *     announced the wait, or 0
 * @param moves the counter of the thread's journal, where it vouches for the wait
 * @param episodes how often the thread has blocked or waited so far, where only the JVM can tell
 */
record LockWaitKey(int lock, int node, int moves, long episodes) {
  private static final long NOT_ASKED = -2;

  static LockWaitKey ofQueue(Object synchronizer, int node) {
    return new LockWaitKey(System.identityHashCode(synchronizer), node, 0, 0);
  }

  /** An announced wait is one wait as long as the journal does not move. */
  static LockWaitKey ofMonitor(Subject subject) {
    int moves = subject.journal() == null ? -1 : subject.journal().moves();
    Holdings.Entry announced = subject.pending(Site.Kind.MONITOR);
    return announced == null
        ? new LockWaitKey(0, 0, moves, NOT_ASKED)
        : new LockWaitKey(0, announced.site(), moves, 0);
  }

  /** Null if none is announced. Whether it is really waited for, the stack decides later. */
  static LockWaitKey ofForeignLock(Journal journal) {
    if (journal == null || !journal.isBusy()) {
      return null;
    }
    Holdings holdings = journal.holdings();
    if (holdings.foreign().isEmpty()) {
      return null;
    }
    Holdings.Entry wanted = holdings.foreign().get(0);
    return new LockWaitKey(System.identityHashCode(wanted.lock()), wanted.site(), wanted.tick(), 0);
  }

  /** The same with the JVM's count. */
  LockWaitKey counted(long count) {
    return new LockWaitKey(lock, node, moves, count);
  }

  /** True if the JVM has yet to be asked for its count. */
  boolean isUncounted() {
    return episodes == NOT_ASKED;
  }

  /** True if two waits that have this in common are surely one. */
  boolean isProof() {
    return node != 0 || episodes >= 0;
  }

  /** True if it may be the wait of an earlier look. */
  boolean mayBe(LockWaitKey earlier) {
    return lock == earlier.lock
        && node == earlier.node
        && moves == earlier.moves
        && (earlier.episodes == NOT_ASKED || episodes == earlier.episodes);
  }
}
