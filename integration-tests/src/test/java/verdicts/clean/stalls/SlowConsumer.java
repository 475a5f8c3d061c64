package verdicts.clean.stalls;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Clean;
import verdicts.Stage;

/** One consumer has ended as it should; the other one is slow, and the queue full meanwhile. */
@Clean(options = "stall-threshold=1s")
public final class SlowConsumer {
  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>(1);
    Thread fast = Stage.start("fast", () -> queue.take());
    Thread producer =
        Stage.start(
            "producer",
            () -> {
              for (int i = 0; i < 4; i++) {
                queue.put(i);
              }
            });
    Stage.join(fast);
    Thread slow =
        Stage.start(
            "slow",
            () -> {
              queue.take();
              Stage.pauseBeyondPatience();
              queue.take();
              queue.take();
            });
    Stage.join(slow, producer);
    System.out.println("all taken");
  }
}
