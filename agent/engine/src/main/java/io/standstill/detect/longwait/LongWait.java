package io.standstill.detect.longwait;

import io.standstill.detect.probe.LockRef;
import io.standstill.finding.Finding;
import java.util.Set;

/** A wait for a lock that lasts too long, for one reason, as one look has seen it. */
interface LongWait {
  /** What makes it the same situation as one of an earlier look: one of these in common. */
  Set<Key> keys();

  /** The ids of all threads that are held up. */
  Set<Long> waiters();

  /** The ids of those whose part in it a deadlock would explain better. */
  Set<Long> members();

  /**
   * True if its cause waits to be signalled: whether anybody can do it, a stall may tell better.
   */
  boolean mayBeStall();

  /** The name of the thread that it is about: who makes others wait, or who starves. */
  String about();

  /** The id of the thread whose wait is the longest. */
  long patient();

  /** How long the longest wait has lasted, in nanoseconds of steady time. */
  long waitedNanos();

  /** The finding, under this name. */
  Finding tell(String id);

  /**
   * A lock, in the hand of a thread.
   *
   * @param owner id of the thread, or {@link #MANY}
   */
  record Key(LockRef lock, long owner) {
    /** The lock goes from hand to hand. */
    static final long MANY = -1;
  }
}
