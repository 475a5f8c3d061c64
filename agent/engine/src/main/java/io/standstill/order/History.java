package io.standstill.order;

import io.standstill.recorder.Observation;
import io.standstill.recorder.Order;

/**
 * What is known of the past of threads. If the agent came late, a thread may hold a lock that
 * nobody has seen it take, or run a method that was not woven yet when it was called. But not a
 * thread that began when all was woven, nor a worker in a task that it took since then.
 * Thread-safe.
 */
public final class History {
  private static final long NOBODY = Long.MAX_VALUE;

  private final boolean whole;
  private volatile long firstKnown = NOBODY;
  private volatile int since;

  private History(boolean whole) {
    this.whole = whole;
  }

  /** All of the application's code is woven from the start, or none of what follows is sure. */
  public static History whole(boolean whole) {
    return new History(whole);
  }

  /**
   * All that was loaded before is woven now.
   *
   * @param threadId an id that no thread had before: ids are handed out in order
   */
  public void beginsWith(long threadId) {
    since = Order.now();
    firstKnown = threadId;
  }

  /** True if nothing has happened among threads that nobody saw. */
  boolean isWhole() {
    return whole;
  }

  /** True if all that the thread held was told. */
  boolean knowsAllHeldBy(Observation observation) {
    return whole
        || observation.threadId() >= firstKnown
        || firstKnown != NOBODY && observation.isOfTask() && observation.began() > since;
  }
}
