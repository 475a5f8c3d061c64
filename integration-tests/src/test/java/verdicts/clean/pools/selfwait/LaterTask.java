package verdicts.clean.pools.selfwait;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A task waits for one that an earlier task has submitted before it: that is always ahead. */
@Clean
public final class LaterTask {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("orderly", 2);
    Future<Future<Integer>> later =
        pool.submit(
            () -> {
              Future<Integer> first =
                  pool.submit(
                      () -> {
                        Stage.sleep(800);
                        return 1;
                      });
              return pool.submit(() -> first.get() + 1);
            });
    System.out.println(later.get().get());
    Stage.longPause();
    Pools.end(pool);
  }
}
