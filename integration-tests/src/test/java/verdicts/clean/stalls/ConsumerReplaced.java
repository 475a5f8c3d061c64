package verdicts.clean.stalls;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Clean;
import verdicts.Stage;

/** A consumer fails, and its guardian starts another one after a while. */
@Clean(options = "stall-threshold=1s")
public final class ConsumerReplaced {
  private final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);

  private void consume(int most) throws InterruptedException {
    for (int i = 0; i < most; i++) {
      queue.take();
    }
  }

  private void guard() throws InterruptedException {
    Stage.join(Stage.start("consumer-1", () -> consume(2)));
    Stage.pauseBeyondPatience();
    Stage.join(Stage.start("consumer-2", () -> consume(4)));
  }

  private void produce() throws InterruptedException {
    for (int i = 0; i < 6; i++) {
      queue.put(i);
    }
    System.out.println("all taken");
  }

  public static void main(String[] args) throws InterruptedException {
    ConsumerReplaced market = new ConsumerReplaced();
    Thread guardian = Stage.start("guardian", market::guard);
    Thread producer = Stage.start("producer", market::produce);
    Stage.join(producer, guardian);
  }
}
