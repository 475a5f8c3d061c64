package verdicts.clean.pools.churn;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import verdicts.Clean;
import verdicts.Pools;

/** Fork-join pools come and go, with tasks that are cancelled, fail, and complete by hand. */
@Clean
public final class ForkJoinChurn {
  public static void main(String[] args) throws Exception {
    int cancelled = 0;
    int failed = 0;
    int sum = 0;
    for (int round = 0; round < 100; round++) {
      ForkJoinPool pool = new ForkJoinPool(2);
      for (int i = 0; i < 50; i++) {
        ForkJoinTask<Integer> task = pool.submit(() -> 1);
        ForkJoinTask<Integer> stopped = ForkJoinTask.adapt(() -> 1);
        stopped.cancel(true);
        pool.execute(stopped);
        cancelled += stopped.isCancelled() ? 1 : 0;
        ForkJoinTask<Integer> failing =
            pool.submit(
                () -> {
                  throw new IllegalStateException("no luck");
                });
        sum += task.join();
        try {
          sum += failing.get();
        } catch (ExecutionException expected) {
          failed++;
        }
      }
      Pools.end(pool);
    }
    System.out.println(cancelled + " cancelled, " + failed + " failed, " + sum);
  }
}
