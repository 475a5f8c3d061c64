package verdicts.clean.stalls.given;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Clean;
import verdicts.Stage;

/** Who gave before has ended, but somebody computes who will give for the first time. */
@Clean(options = "stall-threshold=2s")
public final class FirstTime {
  private static final BlockingQueue<Integer> QUEUE = new LinkedBlockingQueue<>();

  private static int compute() {
    long end = System.nanoTime() + 9_000_000_000L;
    int steps = 0;
    while (System.nanoTime() - end < 0) {
      steps |= 1;
    }
    return steps;
  }

  private static void give() throws InterruptedException {
    QUEUE.put(compute());
  }

  public static void main(String[] args) throws InterruptedException {
    Thread consumer =
        Stage.start(
            "consumer",
            () -> {
              System.out.println(QUEUE.take());
              System.out.println(QUEUE.take());
            });
    Stage.join(Stage.start("early", () -> QUEUE.put(0)));
    Stage.start("late", FirstTime::give);
    Stage.join(consumer);
  }
}
