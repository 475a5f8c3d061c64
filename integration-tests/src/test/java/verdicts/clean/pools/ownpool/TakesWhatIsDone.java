package verdicts.clean.pools.ownpool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A task asks for results of its own pool only when they are there. */
@Clean
public final class TakesWhatIsDone {
  private static void collect(
      ExecutorService pool, Future<Integer> part, CompletableFuture<Integer> sum) throws Exception {
    if (part.isDone()) {
      sum.complete(part.get() + 1);
    } else {
      Stage.sleep(20);
      pool.execute(Body.task(() -> collect(pool, part, sum)));
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("polite", 2);
    CompletableFuture<Integer> sum = new CompletableFuture<>();
    Future<Integer> part =
        pool.submit(
            () -> {
              Stage.longPause();
              return 41;
            });
    pool.execute(Body.task(() -> collect(pool, part, sum)));
    System.out.println(sum.get());
    Pools.end(pool);
  }
}
