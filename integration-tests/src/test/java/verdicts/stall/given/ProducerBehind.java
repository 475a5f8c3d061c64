package verdicts.stall.given;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Stage;
import verdicts.Verdict;

/** The producer waits for the consumer to end before it says that there is no more. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "consumer",
    summary = {"element of a queue", "producer waits behind it"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class ProducerBehind {
  private static final BlockingQueue<String> QUEUE = new ArrayBlockingQueue<>(10);

  private static void consume() throws InterruptedException {
    String word = QUEUE.take();
    while (!word.isEmpty()) {
      System.out.println(word);
      word = QUEUE.take();
    }
  }

  private static void produce() throws InterruptedException {
    Thread consumer = Stage.start("consumer", ProducerBehind::consume);
    QUEUE.put("some");
    QUEUE.put("more");
    consumer.join();
  }

  public static void main(String[] args) {
    Thread producer = Stage.start("producer", ProducerBehind::produce);
    Stage.awaitRest(producer);
    Stage.stuck(Stage.named("consumer"));
  }
}
