package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The only worker waits for a future that a task behind it completes, by its code. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "lane-1",
    pools = "lane",
    needs = 2)
public final class CompletedInQueue {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 1);
    pool.execute(
        () -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          pool.execute(() -> answer.complete("never"));
          answer.join();
        });
    Stage.stuckNamed("lane-1");
  }
}
