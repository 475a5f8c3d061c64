package verdicts.clean.pools.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A pool of one with many stages that depend on each other, and nobody inside who waits. */
@Clean
public final class StagesWithoutWaiting {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("stages", 1);
    CompletableFuture<Integer> source = new CompletableFuture<>();
    CompletableFuture<Integer> sum = CompletableFuture.completedFuture(0);
    for (int i = 0; i < 100; i++) {
      CompletableFuture<Integer> part = source.thenApplyAsync(one -> one + 1, pool);
      sum =
          sum.thenCombineAsync(part, Integer::sum, pool)
              .thenComposeAsync(s -> CompletableFuture.supplyAsync(() -> s, pool), pool);
    }
    Stage.start(
        "source",
        () -> {
          Stage.longPause();
          source.complete(1);
        });
    System.out.println(sum.join());
    System.out.println(CompletableFuture.allOf(source, sum).thenApply(done -> "all").join());
    pool.shutdown();
  }
}
