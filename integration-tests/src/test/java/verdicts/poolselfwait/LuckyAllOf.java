package verdicts.poolselfwait;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker waits for several stages of its own pool, by way of other stages behind them. */
@Verdict(
    kind = "pool-self-wait",
    certainty = "possible",
    pools = "lucky",
    summary = "1 of 3 workers",
    tasks = "LuckyAllOf.part(LuckyAllOf.java:20)")
public final class LuckyAllOf {
  private static CompletableFuture<Integer> part(ExecutorService pool) {
    return CompletableFuture.supplyAsync(() -> slow(), pool).thenApply(one -> one + 1);
  }

  private static int slow() {
    Stage.sleep(300);
    return 1;
  }

  private static int sum(ExecutorService pool) {
    List<CompletableFuture<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(part(pool));
    }
    CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new)).join(); // waits
    return parts.size();
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lucky", 3);
    System.out.println(pool.submit(() -> sum(pool)).get());
    Stage.stuck();
  }
}
