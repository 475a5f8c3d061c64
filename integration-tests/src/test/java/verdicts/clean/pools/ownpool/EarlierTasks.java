package verdicts.clean.pools.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * Each task waits for the one queued before it. The queue is first in, first out, so whoever is
 * awaited has begun already: not luck, but order.
 */
@Clean
public final class EarlierTasks {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("chain", 2);
    Future<Integer> last =
        pool.submit(
            () -> {
              Stage.longPause();
              return 1;
            });
    for (int i = 0; i < 20; i++) {
      Future<Integer> before = last;
      last = pool.submit(() -> before.get() + 1);
    }
    System.out.println(last.get());
    Pools.end(pool);
  }
}
