package verdicts;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Two who pass a lock on to each other, and a third one who wants it. One lets go only at a moment
 * when the other one is at the door for certain: it runs, on another processor, and tries, for it
 * has just answered. A thread that has to wake up first comes too late.
 */
public final class Greed {
  private static final long HOLD_MILLIS = 400;
  private static final long PAUSE_MILLIS = 50;

  /** An answer so soon comes from a thread that runs. */
  private static final long AT_ONCE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  /** On a machine that has no time for both at once the lock is let go all the same. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final Semaphore[] turns = {new Semaphore(1), new Semaphore(0)};
  private volatile long asked;
  private volatile long answered;
  private volatile boolean over;

  /**
   * Takes the lock whenever it is one's turn, until it is over.
   *
   * @param me 0 or 1
   * @param attempt takes the lock if it is free
   * @param release lets it go
   */
  public void take(int me, BooleanSupplier attempt, Runnable release) {
    while (!over) {
      turns[me].acquireUninterruptibly();
      while (!attempt.getAsBoolean()) {
        answered = asked;
      }
      begun.countDown();
      Stage.sleep(HOLD_MILLIS);
      turns[1 - me].release();
      awaitAtTheDoor();
      release.run();
    }
    turns[1 - me].release();
  }

  private void awaitAtTheDoor() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    long now = System.nanoTime();
    boolean atTheDoor = false;
    while (!atTheDoor && !over && now - end < 0) {
      long question = now;
      asked = question;
      while (answered != question && !over && now - end < 0) {
        now = System.nanoTime();
      }
      atTheDoor = now - question < AT_ONCE_NANOS;
    }
  }

  /** The third one. */
  public void want(Runnable hold) {
    while (!over) {
      hold.run();
      Stage.sleep(PAUSE_MILLIS);
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
