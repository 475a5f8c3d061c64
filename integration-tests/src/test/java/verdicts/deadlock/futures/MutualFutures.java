package verdicts.deadlock.futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two tasks run, and wait for each other's result. No bigger pool would help. */
@Verdict(threads = {"pair-1", "pair-2"})
public final class MutualFutures {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("pair", 4);
    CompletableFuture<Future<?>> one = new CompletableFuture<>();
    CompletableFuture<Future<?>> other = new CompletableFuture<>();
    one.complete(pool.submit(() -> other.join().get())); // waits
    other.complete(pool.submit(() -> one.join().get())); // waits
    Stage.stuckNamed("pair-1", "pair-2");
  }
}
