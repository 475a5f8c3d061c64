package verdicts.clean.stalls;

import java.util.concurrent.CountDownLatch;
import verdicts.Clean;
import verdicts.Stage;

/** One of two has counted and is gone; the other count comes late, from nobody knows where. */
@Clean(options = "stall-threshold=1s")
public final class OneOfTwoCounted {
  private static void await(CountDownLatch latch) {
    try {
      latch.await();
      System.out.println("both");
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void count(CountDownLatch latch) {
    Stage.pauseBeyondPatience();
    latch.countDown();
  }

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(2);
    Thread waiter = new Thread(() -> await(latch), "waiter");
    waiter.start();
    Thread counter = new Thread(() -> count(latch), "counter");
    counter.start();
    Stage.join(counter);
    Stage.pauseBeyondPatience();
    latch.countDown();
    Stage.join(waiter);
  }
}
