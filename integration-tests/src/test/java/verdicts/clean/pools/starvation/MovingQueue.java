package verdicts.clean.pools.starvation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A busy pool with a long queue for four seconds; but the queue moves. */
@Clean(options = "pool-threshold=1s")
public final class MovingQueue {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("busy", 2);
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 40; i++) {
      pool.execute(
          () -> {
            Stage.sleep(200);
            done.incrementAndGet();
          });
    }
    Pools.end(pool);
    System.out.println(done);
  }
}
