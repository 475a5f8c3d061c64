package verdicts.stall;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Stage;
import verdicts.Verdict;

/** Results are collected once the work is done, but there is no room for all of them. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "worker",
    summary = {"room", "collector, which would, waits behind it"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class CollectedAfterwards {
  private static final BlockingQueue<Integer> RESULTS = new ArrayBlockingQueue<>(2);

  private static void work() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      RESULTS.put(i * i);
    }
  }

  private static void collect(Thread worker) throws InterruptedException {
    worker.join();
    for (int i = 0; i < 10; i++) {
      System.out.println(RESULTS.take());
    }
  }

  public static void main(String[] args) {
    Thread worker = Stage.start("worker", CollectedAfterwards::work);
    Thread collector = Stage.start("collector", () -> collect(worker));
    Stage.stuck(worker, collector);
  }
}
