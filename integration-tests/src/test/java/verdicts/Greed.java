package verdicts;

import java.util.concurrent.CountDownLatch;

/**
 * Two who pass a lock on to each other, and a third one who wants it. The one whose turn it is
 * comes for the lock before the other one lets it go; a thread that has to wake up first comes too
 * late.
 */
public final class Greed {
  private static final long HOLD_MILLIS = 400;
  private static final long PAUSE_MILLIS = 50;

  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile int turn;
  private volatile boolean coming;
  private volatile boolean over;

  /**
   * Takes the lock whenever it is one's turn, until it is over.
   *
   * @param me 0 or 1
   * @param hold takes the lock, enjoys it, and lets it go
   */
  public void take(int me, Runnable hold) {
    while (!over) {
      if (turn == me) {
        coming = true;
        hold.run();
      } else {
        Stage.sleep(1);
      }
    }
  }

  /** The third one. */
  public void want(Runnable hold) {
    while (!over) {
      hold.run();
      Stage.sleep(PAUSE_MILLIS);
    }
  }

  /** To be done while holding the lock: takes its time, and waits until the other one comes. */
  public void enjoy() {
    coming = false;
    begun.countDown();
    Stage.sleep(HOLD_MILLIS);
    turn = 1 - turn;
    while (!coming && !over) {
      Thread.onSpinWait();
    }
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
