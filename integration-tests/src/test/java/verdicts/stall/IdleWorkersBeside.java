package verdicts.stall;

import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Nobody knows what idle workers will do next, so there is no more than a hint. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = {"consumer", "producer"},
    options = {"stall-threshold=2s", "lock-threshold=600s"})
public final class IdleWorkersBeside {
  private final Object inner = new Object();
  private boolean filled;

  private synchronized void take() throws InterruptedException {
    synchronized (inner) {
      while (!filled) {
        inner.wait();
      }
    }
  }

  private synchronized void put() {
    synchronized (inner) {
      filled = true;
      inner.notify();
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("idle", 1);
    pool.submit(() -> System.out.println("begun")).get();
    IdleWorkersBeside store = new IdleWorkersBeside();
    Thread consumer = Stage.start("consumer", store::take);
    Stage.awaitRest(consumer);
    Thread producer = Stage.start("producer", store::put);
    Stage.stuck(consumer, producer);
  }
}
