package verdicts.clean.stalls;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Clean;
import verdicts.Stage;

/** Most results are collected once the work is done, but somebody else takes some before. */
@Clean(options = "stall-threshold=1s")
public final class CollectedInPart {
  private static final BlockingQueue<Integer> RESULTS = new ArrayBlockingQueue<>(2);

  private static void work() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      RESULTS.put(i * i);
    }
  }

  private static void collect(Thread worker) throws InterruptedException {
    worker.join();
    RESULTS.take();
    RESULTS.take();
  }

  public static void main(String[] args) throws InterruptedException {
    Thread worker = Stage.start("worker", CollectedInPart::work);
    Thread collector = Stage.start("collector", () -> collect(worker));
    Stage.awaitRest(worker, collector);
    Stage.pauseBeyondPatience();
    RESULTS.take();
    RESULTS.take();
    Stage.join(worker, collector);
    System.out.println("all collected");
  }
}
