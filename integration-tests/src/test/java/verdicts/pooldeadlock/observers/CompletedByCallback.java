package verdicts.pooldeadlock.observers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** At the end of a chain of observers, a lambda completes the future that is waited for. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "single-1",
    pools = "single",
    needs = 2)
public final class CompletedByCallback {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("single", 1);
    pool.execute(
        () -> {
          CompletableFuture<Integer> answer = new CompletableFuture<>();
          Source.of(() -> 20).on(pool).map(n -> n + 1).subscribe(n -> answer.complete(n));
          answer.join();
        });
    Stage.stuckNamed("single-1");
  }
}
