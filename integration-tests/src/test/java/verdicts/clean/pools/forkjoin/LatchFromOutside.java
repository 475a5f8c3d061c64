package verdicts.clean.pools.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** All workers of a fork-join pool wait for a latch, tasks are queued, and main opens it late. */
@Clean
public final class LatchFromOutside {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = Pools.forkJoin("fork", 2);
    CountDownLatch latch = new CountDownLatch(1);
    List<Future<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tasks.add(
          pool.submit(
              () -> {
                latch.await();
                return 1;
              }));
    }
    Stage.longPause();
    latch.countDown();
    int sum = 0;
    for (Future<Integer> task : tasks) {
      sum += task.get();
    }
    System.out.println(sum);
    Pools.end(pool);
  }
}
