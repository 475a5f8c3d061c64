package io.standstill.recorder;

import jdk.internal.vm.annotation.DontInline;

/**
 * Remembers who releases semaphores, stamped locks and foreign locks, which may have no owner.
 *
 * <p>One that was released by a thread that had not taken it was <em>handed over</em>: anyone might
 * do that again, so nobody who waits for it may be called stuck. One that was <em>returned</em> by
 * the thread that took it is used as a lock.
 *
 * <p>Sets of identity hash codes: they hold no reference and never grow. A collision can make a
 * lock count as handed over, or make it be forgotten that it was returned; both err to the safe
 * side. Racy stores are harmless.
 */
public final class ReleaseHistory {
  private static final int SIZE = 1 << 16;
  private static final byte[] HANDED_OVER = new byte[SIZE];
  private static final int[] RETURNED = new int[SIZE];

  private ReleaseHistory() {}

  @DontInline
  static void noteHandedOver(Object lock) {
    int index = index(System.identityHashCode(lock));
    if (HANDED_OVER[index] == 0) {
      HANDED_OVER[index] = 1;
    }
  }

  static void noteReturned(Object lock) {
    int hash = System.identityHashCode(lock);
    int index = index(hash);
    if (RETURNED[index] != hash) {
      RETURNED[index] = hash;
    }
  }

  /** True if the lock was handed over, or shares its hash with one that was. */
  public static boolean handedOver(Object lock) {
    return handedOver(System.identityHashCode(lock));
  }

  /** The same, of the lock with this identity hash code. */
  public static boolean handedOver(int hash) {
    return HANDED_OVER[index(hash)] != 0;
  }

  /** True if the lock was returned by its taker, as far as that has not been forgotten. */
  public static boolean returned(Object lock) {
    return returned(System.identityHashCode(lock));
  }

  /** The same, of the lock with this identity hash code. */
  public static boolean returned(int hash) {
    return RETURNED[index(hash)] == hash;
  }

  private static int index(int hash) {
    return (hash ^ hash >>> 16) & SIZE - 1;
  }
}
