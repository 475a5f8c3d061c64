package verdicts.clean.pools.churn;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;

/** Thousands of stages in all forms, completed by hand, by pools, by time, and by failure. */
@Clean
public final class StageChurn {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("stages", 3);
    AtomicInteger failures = new AtomicInteger();
    long sum = 0;
    for (int round = 0; round < 5_000; round++) {
      CompletableFuture<Integer> source = new CompletableFuture<>();
      CompletableFuture<Integer> end =
          source
              .thenApplyAsync(one -> one + 1, pool)
              .thenCombine(CompletableFuture.supplyAsync(() -> 1, pool), Integer::sum)
              .thenCompose(two -> CompletableFuture.supplyAsync(() -> two + 1, pool))
              .handle((value, failure) -> failure == null ? value : failures.incrementAndGet())
              .whenCompleteAsync((value, failure) -> {}, pool);
      CompletableFuture<Object> either = CompletableFuture.anyOf(end, new CompletableFuture<>());
      if (round % 3 == 0) {
        source.completeExceptionally(new IllegalStateException("no luck"));
      } else {
        source.complete(1);
      }
      either.join();
      sum += round % 3 == 0 ? 0 : end.get();
    }
    Pools.end(pool);
    System.out.println(sum + " " + failures);
  }
}
