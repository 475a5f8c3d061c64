package verdicts.clean.pools.selfwait;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * A worker hands parts of its work to its own pool, takes back and runs what nobody has begun, and
 * waits for what another worker is at. With all workers at it there would be nobody to wait for.
 */
@Clean
public final class TakesBack {
  private static int sum(ExecutorService pool) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    List<FutureTask<Integer>> parts = new ArrayList<>();
    for (int millis : new int[] {800, 10, 10}) {
      FutureTask<Integer> part =
          new FutureTask<>(
              () -> {
                begun.countDown();
                Stage.sleep(millis);
                return 1;
              });
      parts.add(part);
      pool.execute(part);
    }
    if (!begun.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no other worker");
    }
    int sum = 0;
    for (int i = parts.size() - 1; i >= 0; i--) {
      parts.get(i).run(); // does nothing if another worker has begun it
      sum += parts.get(i).get();
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("thrifty", 2);
    for (int i = 0; i < 2; i++) {
      System.out.println(pool.submit(() -> sum(pool)).get());
    }
    Stage.longPause();
    Pools.end(pool);
  }
}
