package verdicts.clean.pools.ownpool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A pool without a bound: five levels of workers wait for their own pool, which grows. */
@Clean
public final class CachedPool {
  private static final ExecutorService pool = Executors.newCachedThreadPool();

  private static int height(int level) throws Exception {
    if (level == 0) {
      Stage.sleep(1_000);
      return 1;
    }
    Future<Integer> left = pool.submit(() -> height(level - 1));
    Future<Integer> right = pool.submit(() -> height(level - 1));
    return left.get() + right.get();
  }

  public static void main(String[] args) throws Exception {
    System.out.println(height(5));
    System.out.println(
        CompletableFuture.supplyAsync(
                () -> CompletableFuture.supplyAsync(() -> "nested", pool).join(), pool)
            .join());
    Pools.end(pool);
  }
}
