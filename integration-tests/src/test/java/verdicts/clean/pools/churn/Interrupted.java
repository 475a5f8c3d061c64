package verdicts.clean.pools.churn;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;

/**
 * Running tasks are interrupted by a cancel, and the next task of the worker knows nothing of it.
 */
@Clean
public final class Interrupted {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("churn", 1);
    int interrupted = 0;
    int clean = 0;
    for (int round = 0; round < 1_000; round++) {
      CountDownLatch begun = new CountDownLatch(1);
      CompletableFuture<Boolean> seen = new CompletableFuture<>();
      Future<?> task =
          pool.submit(
              () -> {
                begun.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException stopped) {
                  seen.complete(true);
                }
              });
      begun.await();
      task.cancel(true);
      interrupted += seen.get() ? 1 : 0;
      clean += pool.submit(() -> !Thread.currentThread().isInterrupted()).get() ? 1 : 0;
    }
    Pools.end(pool);
    System.out.println(interrupted + " interrupted, " + clean + " clean");
  }
}
