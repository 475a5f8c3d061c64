package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import verdicts.Stage;
import verdicts.Verdict;

/** The same with a task that returns nothing, in a pool of one with default names. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = "pool-1-thread-1",
    pools = "pool-1")
public final class RunInside {
  public static void main(String[] args) {
    Executor pool = Executors.newFixedThreadPool(1);
    CompletableFuture.runAsync(
        () -> CompletableFuture.runAsync(() -> System.out.println("never"), pool).join(), // waits
        pool);
    Stage.stuckNamed("pool-1-thread-1");
  }
}
