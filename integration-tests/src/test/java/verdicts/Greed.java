package verdicts;

import java.util.concurrent.CountDownLatch;

/**
 * One that holds a lock most of the time and takes it again at once, and another one that wants it
 * again and again: it has to wake up first, so it comes too late, mostly.
 */
public final class Greed {
  private static final long HOLD_MILLIS = 400;
  private static final long PAUSE_MILLIS = 50;

  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean over;

  /**
   * Takes the lock until it is over.
   *
   * @param hold takes the lock, does something that takes its time, and lets it go
   */
  public void take(Runnable hold) {
    while (!over) {
      hold.run();
    }
  }

  /** The same, with a pause in between. */
  public void want(Runnable hold) {
    while (!over) {
      hold.run();
      Stage.sleep(PAUSE_MILLIS);
    }
  }

  /** To be done while holding the lock: takes its time. */
  public void enjoy() {
    begun.countDown();
    Stage.sleep(HOLD_MILLIS);
  }

  /** Waits until somebody has the lock. */
  public void awaitBegin() throws InterruptedException {
    begun.await();
  }

  /** Ends it. */
  public void end() {
    over = true;
  }
}
