package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The same, but it waits for stages that depend on that future. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "lane-1",
    pools = "lane",
    needs = 2)
public final class StageBehindQueue {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 1);
    pool.execute(
        () -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          pool.execute(() -> answer.complete("never"));
          CompletableFuture<String> done = CompletableFuture.completedFuture("done");
          CompletableFuture.allOf(done, answer.thenApply(String::length)).join();
        });
    Stage.stuckNamed("lane-1");
  }
}
