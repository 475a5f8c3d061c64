package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A stage with a time limit of its own, as libraries set it. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = "limited-1",
    pools = "limited",
    timeoutSeconds = 3_600)
public final class TimedJoinInside {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("limited", 1);
    pool.submit(() -> CompletableFuture.supplyAsync(() -> "never", pool).get(1, TimeUnit.HOURS));
    Stage.stuckNamed("limited-1");
  }
}
