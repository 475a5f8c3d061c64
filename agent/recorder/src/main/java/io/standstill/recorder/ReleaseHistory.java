package io.standstill.recorder;

/**
 * Remembers who releases semaphores, stamped locks and foreign locks, which may have no owner.
 *
 * <p>One that was released by a thread that had not taken it was <em>handed over</em>: anyone might
 * do that again, so nobody who waits for it may be called stuck. One that was <em>returned</em> by
 * the thread that took it is used as a lock.
 *
 * <p>Sets of identity hash codes, folded: they hold no reference and never grow. A collision can
 * make a lock count as handed over, which errs to the safe side. Racy stores are harmless.
 */
public final class ReleaseHistory {
  private static final int SIZE = 1 << 16;
  private static final byte[] HANDED_OVER = new byte[SIZE];
  private static final byte[] RETURNED = new byte[SIZE];

  private ReleaseHistory() {}

  static void noteHandedOver(Object lock) {
    note(HANDED_OVER, lock);
  }

  static void noteReturned(Object lock) {
    note(RETURNED, lock);
  }

  private static void note(byte[] set, Object lock) {
    int index = index(lock);
    if (set[index] == 0) {
      set[index] = 1;
    }
  }

  /** True if the lock was handed over, or shares its hash with one that was. */
  public static boolean handedOver(Object lock) {
    return HANDED_OVER[index(lock)] != 0;
  }

  /** True if the lock was returned by its taker, or shares its hash with one that was. */
  public static boolean returned(Object lock) {
    return RETURNED[index(lock)] != 0;
  }

  private static int index(Object lock) {
    int hash = System.identityHashCode(lock);
    return (hash ^ hash >>> 16) & SIZE - 1;
  }
}
