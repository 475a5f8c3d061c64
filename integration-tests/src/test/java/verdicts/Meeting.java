package verdicts;

import java.util.concurrent.CountDownLatch;

/** A point that all must reach before any goes on: so that each holds one lock before the next. */
public final class Meeting {
  private final CountDownLatch missing;

  public Meeting(int members) {
    missing = new CountDownLatch(members);
  }

  /** Arrives, and waits for the others. Coming again later is no matter. */
  public void meet() {
    missing.countDown();
    try {
      missing.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
