package verdicts.clean.pools.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;

/** The only worker joins a stage of its own pool, which a timeout completes in a moment. */
@Clean
public final class TimesOut {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("single", 1);
    for (int i = 0; i < 4; i++) {
      System.out.println(
          pool.submit(
                  () ->
                      CompletableFuture.supplyAsync(() -> "late", pool)
                          .completeOnTimeout("given up", 300, TimeUnit.MILLISECONDS)
                          .join())
              .get());
    }
    Pools.end(pool);
  }
}
