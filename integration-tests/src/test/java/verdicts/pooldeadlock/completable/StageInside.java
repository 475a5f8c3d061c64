package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** What is awaited is a stage whose source is ready, but which runs in the waiter's own pool. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = "stages-1",
    pools = "stages")
public final class StageInside {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("stages", 1);
    pool.submit(
        () ->
            CompletableFuture.completedFuture(1)
                .thenApplyAsync(one -> one + 1, pool)
                .thenApply(two -> two + 1)
                .join()); // waits
    Stage.stuckNamed("stages-1");
  }
}
