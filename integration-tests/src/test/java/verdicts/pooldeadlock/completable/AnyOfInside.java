package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Any of two would do, but both are queued behind the one who waits. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = "either-1",
    pools = "either")
public final class AnyOfInside {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("either", 1);
    pool.execute(
        () -> {
          CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> "never", pool);
          CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> "never", pool);
          System.out.println(CompletableFuture.anyOf(one, other).join()); // waits
        });
    Stage.stuckNamed("either-1");
  }
}
