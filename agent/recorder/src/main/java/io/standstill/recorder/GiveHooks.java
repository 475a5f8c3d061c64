package io.standstill.recorder;

import java.util.concurrent.BlockingQueue;

/** Called before something is given that others may wait for: a signal, an element of a queue. */
public final class GiveHooks {
  private GiveHooks() {}

  /** Before {@code notify}, {@code signal}, {@code put} and the like. */
  public static Journal giving(Object receiver, Journal journal) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null && receiver != null) {
      own.givesTo(receiver);
    }
    return own;
  }

  /** The same for a queue of which the code does not say whether anybody waits at it. */
  public static Journal anyGiving(Object receiver, Journal journal) {
    return receiver instanceof BlockingQueue ? giving(receiver, journal) : journal;
  }
}
