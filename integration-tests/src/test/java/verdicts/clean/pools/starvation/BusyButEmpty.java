package verdicts.clean.pools.starvation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** All workers are busy for long, and nobody waits for one of them. */
@Clean(options = "pool-threshold=1s")
public final class BusyButEmpty {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("busy", 2);
    Future<?> one = pool.submit(() -> Stage.sleep(4_000));
    Future<?> other = pool.submit(() -> Stage.sleep(4_000));
    one.get();
    other.get();
    Pools.end(pool);
    System.out.println("rested");
  }
}
