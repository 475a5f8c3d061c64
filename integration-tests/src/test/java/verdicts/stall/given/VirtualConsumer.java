package verdicts.stall.given;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Virtual threads produce and consume; the producer has ended. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "consumer",
    summary = {"element of a queue", "producer has ended"},
    since = 21,
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class VirtualConsumer {
  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    Thread consumer =
        Virtual.start(
            "consumer",
            () -> {
              while (!queue.take().isEmpty()) {
                System.out.println("one more");
              }
            });
    Stage.join(Virtual.start("producer", () -> queue.put("first")));
    Stage.stuck(consumer);
  }
}
