package verdicts.pooldeadlock.shutdown;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import verdicts.Stage;
import verdicts.Verdict;

/** A task of a {@code java.util.Timer} waits for a later task of the same timer. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = "alarm")
public final class TimerWaitsForTimer {
  /** Waits for a latch, or opens it. */
  static final class Ring extends TimerTask {
    private final CountDownLatch begun;
    private final CountDownLatch awaited;
    private final CountDownLatch opened;

    Ring(CountDownLatch begun, CountDownLatch awaited, CountDownLatch opened) {
      this.begun = begun;
      this.awaited = awaited;
      this.opened = opened;
    }

    @Override
    public void run() {
      begun.countDown();
      try {
        awaited.await(); // waits
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      opened.countDown();
    }
  }

  public static void main(String[] args) throws Exception {
    Timer timer = new Timer("alarm");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    timer.schedule(new Ring(begun, second, new CountDownLatch(1)), 1);
    timer.schedule(new Ring(begun, new CountDownLatch(0), second), 10);
    begun.await();
    Stage.stuckNamed("alarm");
  }
}
