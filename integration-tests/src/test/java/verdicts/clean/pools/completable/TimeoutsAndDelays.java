package verdicts.clean.pools.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;

/** Stages that a timer of the JDK completes: with a time limit, and after a delay. */
@Clean
public final class TimeoutsAndDelays {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("patient", 2);
    Executor delayed = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS, pool);
    Future<String> limited =
        pool.submit(
            () ->
                new CompletableFuture<String>()
                    .completeOnTimeout("in time", 1_500, TimeUnit.MILLISECONDS)
                    .join());
    CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> "later", delayed);
    System.out.println(limited.get() + ", " + later.get());
    Pools.end(pool);
  }
}
