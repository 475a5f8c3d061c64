package verdicts.clean.pools.selfwait;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A worker asks its own pool for a result with a time limit, or once it is there. */
@Clean
public final class AskedWhenDone {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("polite", 2);
    Future<Integer> sum =
        pool.submit(
            () -> {
              Future<Integer> child = pool.submit(() -> slow(1));
              CompletableFuture<Integer> stage =
                  CompletableFuture.supplyAsync(() -> slow(2), pool).orTimeout(1, TimeUnit.MINUTES);
              while (!child.isDone()) {
                awaitShortly(child);
              }
              return child.get() + stage.thenApply(two -> two + 1).join();
            });
    System.out.println(sum.get());
    Stage.longPause();
    Pools.end(pool);
  }

  private static int slow(int result) {
    Stage.sleep(300);
    return result;
  }

  private static void awaitShortly(Future<?> child) throws Exception {
    try {
      child.get(50, TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      Thread.onSpinWait();
    }
  }
}
