package io.standstill.recorder;

/**
 * Called before a thread waits for a signal. That gives up one lock, and takes it again afterwards,
 * for as long as it takes, while all other locks are kept: an acquisition like any other.
 */
public final class WaitHooks {
  private WaitHooks() {}

  /** Before {@code Object.wait}. */
  public static void waiting(Object monitor, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.existing();
    if (own != null && (own.top > 1 || own.top == 1 && own.locks[0] != monitor)) {
      Order.retaking(own, monitor, site);
    }
  }

  /** Before a {@code Condition} of whatever lock is awaited. */
  public static void awaitingSignal(Object condition, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.existing();
    if (own != null && own.top > 1) {
      retaking(condition, own, site);
    }
  }

  /** On a JDK whose conditions are made otherwise, the first read fails, and all that follow. */
  private static void retaking(Object condition, Journal own, int site) {
    try {
      Object lock = Conditions.heldLockOf(condition, own);
      if (lock != null) {
        Order.retaking(own, lock, site);
      }
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }
}
