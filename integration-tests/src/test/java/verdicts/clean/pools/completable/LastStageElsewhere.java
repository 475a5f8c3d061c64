package verdicts.clean.pools.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** The first stage waits for a task in the queue; the last one is completed without it. */
@Clean
public final class LastStageElsewhere {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 1);
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<Integer> last = first.thenApply(String::length);
    Thread other =
        Stage.start(
            "other",
            () -> {
              Stage.pauseBeyondPatience();
              last.complete(-1);
            });
    Future<Integer> waits =
        pool.submit(
            () -> {
              pool.execute(() -> first.complete("own"));
              return last.get();
            });
    System.out.println(waits.get());
    Stage.join(other);
    Pools.end(pool);
  }
}
