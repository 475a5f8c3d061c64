package verdicts;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Two readers that relieve each other: neither leaves before the other has come. */
public final class Shifts {
  private static final long SHIFT_MILLIS = 150;

  private final Semaphore[] come = {new Semaphore(1), new Semaphore(0)};
  private final Semaphore[] leave = {new Semaphore(0), new Semaphore(0)};
  private final Semaphore begun = new Semaphore(0);
  private volatile boolean over;

  /**
   * Takes shifts until it is over.
   *
   * @param own 0 or 1
   * @param enter takes a read lock, and returns what gives it back
   */
  public void take(int own, Supplier<Runnable> enter) throws InterruptedException {
    boolean relieves = own == 1;
    while (!over) {
      come[own].acquire();
      Runnable exit = enter.get();
      begun.release();
      if (relieves) {
        leave[1 - own].release();
      }
      relieves = true;
      Thread.sleep(SHIFT_MILLIS);
      come[1 - own].release();
      leave[own].acquire();
      exit.run();
    }
    come[1 - own].release();
    leave[1 - own].release();
  }

  /** Waits until the first shift has begun. */
  public void awaitBegin() throws InterruptedException {
    begun.acquire();
  }

  /** Ends the shifts. */
  public void end() {
    over = true;
  }
}
