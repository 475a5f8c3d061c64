package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** One half comes from another pool and is ready; the other half is queued here. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = "halves-1",
    pools = "halves")
public final class CombineInside {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("halves", 1);
    ExecutorService elsewhere = Pools.fixed("elsewhere", 1);
    pool.execute(
        () -> {
          CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> 1, elsewhere);
          CompletableFuture<Integer> right = CompletableFuture.supplyAsync(() -> 2, pool);
          left.join();
          System.out.println("never " + left.thenCombine(right, Integer::sum).join()); // waits
        });
    Stage.stuckNamed("halves-1");
  }
}
