package io.standstill.recorder;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Called around waits that take nothing, such as {@code Future.get}, to publish them. The {@code
 * any…} forms serve calls whose receiver may be a subclass of a latch, or none at all.
 */
public final class AwaitHooks {
  private AwaitHooks() {}

  /** Before a wait for ever. */
  public static Journal awaiting(Object awaited, Journal journal, int site) {
    ForkHooks.awaiting(awaited);
    Journal own = publish(awaited, journal, site);
    if (own != null) {
      ForkHooks.waiting(own);
    }
    return own;
  }

  /** Says what is waited for, be it a result, a gate or a thread. */
  static Journal publish(Object awaited, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
      own.intend(awaited, site);
      if (own.work != null) {
        SelfWaits.awaiting(awaited, own, site);
      }
    }
    return own;
  }

  /** Before a wait for some time. */
  public static Journal awaitingWithin(
      Object awaited, long time, TimeUnit unit, Journal journal, int site) {
    ForkHooks.awaiting(awaited);
    Journal own = LockHooks.lockingWithin(awaited, time, unit, journal, site);
    if (own != null) {
      ForkHooks.waiting(own);
    }
    return own;
  }

  /** After the wait. */
  public static void awaited(Journal journal) {
    if (journal != null) {
      ForkHooks.awaited(journal);
      journal.giveUp();
      if (journal.work != null) {
        SelfWaits.over(journal.work);
      }
    }
  }

  /** Like {@link #awaiting}, if the receiver is a latch. */
  public static Journal anyAwaiting(Object receiver, Journal journal, int site) {
    return receiver instanceof CountDownLatch ? awaiting(receiver, journal, site) : journal;
  }

  /** Like {@link #awaited}, if a latch was awaited. */
  public static void anyAwaited(Journal journal) {
    if (journal != null && journal.pending() instanceof CountDownLatch) {
      awaited(journal);
    }
  }
}
