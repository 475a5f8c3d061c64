package verdicts.stall;

import java.util.concurrent.CountDownLatch;
import verdicts.Stage;
import verdicts.Verdict;

/** The one who was to count the latch down fails before it gets there. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "waiter",
    summary = {"latch", "counter", "DeadCounter.count"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class DeadCounter {
  private final CountDownLatch ready = new CountDownLatch(1);

  private void load() {
    Stage.sleep(20_000);
    if (ready.getCount() > 0) {
      throw new IllegalStateException("no such file");
    }
  }

  private void await() {
    try {
      ready.await(); // waits
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void count() {
    try {
      load();
      ready.countDown();
    } catch (IllegalStateException lost) {
      System.out.println(lost.getMessage());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    DeadCounter start = new DeadCounter();
    Thread waiter = new Thread(start::await, "waiter");
    waiter.start();
    Thread counter = new Thread(start::count, "counter");
    counter.start();
    Stage.join(counter);
    Stage.stuck(waiter);
  }
}
