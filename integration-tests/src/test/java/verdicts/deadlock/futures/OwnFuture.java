package verdicts.deadlock.futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A task waits for its own result. */
@Verdict(threads = "snake-1")
public final class OwnFuture {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("snake", 2);
    CompletableFuture<Future<?>> self = new CompletableFuture<>();
    self.complete(pool.submit(() -> self.join().get())); // waits
    Stage.stuckNamed("snake-1");
  }
}
