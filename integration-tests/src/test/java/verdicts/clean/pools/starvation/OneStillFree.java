package verdicts.clean.pools.starvation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** One worker sleeps for long, and the other takes what comes. */
@Clean(options = "pool-threshold=1s")
public final class OneStillFree {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("half", 2);
    Future<?> slow = pool.submit(() -> Stage.sleep(4_000));
    int sum = 0;
    while (!slow.isDone()) {
      for (int i = 0; i < 50; i++) {
        sum = Math.max(sum, pool.submit(() -> 1).get());
      }
    }
    Pools.end(pool);
    System.out.println(sum);
  }
}
