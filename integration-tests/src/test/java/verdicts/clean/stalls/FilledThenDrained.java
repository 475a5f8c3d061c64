package verdicts.clean.stalls;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Clean;
import verdicts.Stage;

/**
 * Who has taken from the queue fills it for somebody else, who has yet to take for the first time.
 */
@Clean(options = "stall-threshold=1s")
public final class FilledThenDrained {
  private static final BlockingQueue<Integer> QUEUE = new ArrayBlockingQueue<>(1);

  public static void main(String[] args) throws InterruptedException {
    Thread filler =
        Stage.start(
            "filler",
            () -> {
              QUEUE.put(1);
              QUEUE.take();
              QUEUE.put(2);
              QUEUE.put(3);
            });
    Stage.awaitRest(filler);
    Stage.pauseBeyondPatience();
    QUEUE.take();
    Stage.join(filler);
    System.out.println("drained");
  }
}
