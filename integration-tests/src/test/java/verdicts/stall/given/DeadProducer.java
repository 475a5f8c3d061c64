package verdicts.stall.given;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Stage;
import verdicts.Verdict;

/** The only producer ends over bad input, and puts no end mark into the queue. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "consumer",
    summary = {"element of a queue", "producer has ended"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class DeadProducer {
  private static final int END = -1;

  private static void produce(BlockingQueue<Integer> queue, String... lines) {
    try {
      for (String line : lines) {
        queue.add(Integer.parseInt(line));
      }
      queue.add(END);
    } catch (NumberFormatException unreadable) {
      System.out.println(unreadable.getMessage());
    }
  }

  private static void consume(BlockingQueue<Integer> queue) throws InterruptedException {
    int number = queue.take();
    while (number != END) {
      System.out.println(number);
      number = queue.take();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    Thread consumer = Stage.start("consumer", () -> consume(queue));
    Stage.join(Stage.start("producer", () -> produce(queue, "1", "2", "three")));
    Stage.stuck(consumer);
  }
}
