package io.standstill.recorder;

/**
 * Remembers which semaphores and stamped locks were released by a thread that had not taken them.
 * Anyone might release such a one again, so nobody who waits for it may be called stuck.
 *
 * <p>A set of identity hash codes, folded: it holds no reference, never grows, and errs to the safe
 * side, since a collision only makes a lock count as handed over. Racy stores are harmless.
 */
public final class HandOvers {
  private static final byte[] NOTED = new byte[1 << 16];

  private HandOvers() {}

  static void note(Object lock) {
    int index = index(lock);
    if (NOTED[index] == 0) {
      NOTED[index] = 1;
    }
  }

  /** True if the lock was handed over, or shares its hash with one that was. */
  public static boolean noted(Object lock) {
    return NOTED[index(lock)] != 0;
  }

  private static int index(Object lock) {
    int hash = System.identityHashCode(lock);
    return (hash ^ hash >>> 16) & NOTED.length - 1;
  }
}
