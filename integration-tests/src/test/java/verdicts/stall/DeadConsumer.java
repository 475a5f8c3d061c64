package verdicts.stall;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Stage;
import verdicts.Verdict;

/** The only consumer ends over what it cannot digest, and the queue fills up. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "producer",
    summary = {"queue", "consumer"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class DeadConsumer {
  private static void consume(BlockingQueue<Integer> queue) throws InterruptedException {
    try {
      while (true) {
        System.out.println(10 / queue.take());
      }
    } catch (ArithmeticException indigestible) {
      System.out.println(indigestible.getMessage());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
    Thread consumer = Stage.start("consumer", () -> consume(queue));
    Thread producer =
        Stage.start(
            "producer",
            () -> {
              for (int i = 3; i > -10; i--) {
                queue.put(i);
              }
            });
    Stage.join(consumer);
    Stage.stuck(producer);
  }
}
