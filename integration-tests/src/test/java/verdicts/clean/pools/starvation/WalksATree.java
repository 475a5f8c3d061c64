package verdicts.clean.pools.starvation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Tasks hand more tasks to their own pool, level by level: the queue grows until the last one. */
@Clean(options = "pool-threshold=500ms")
public final class WalksATree {
  private static final int BRANCHES = 3;
  private static final int DEPTH = 5;

  private static void visit(ThreadPoolExecutor pool, int depth, CountDownLatch left) {
    Stage.sleep(40);
    for (int i = 0; depth > 0 && i < BRANCHES; i++) {
      pool.execute(() -> visit(pool, depth - 1, left));
    }
    left.countDown();
  }

  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("walk", 2);
    CountDownLatch left = new CountDownLatch(364);
    pool.execute(() -> visit(pool, DEPTH, left));
    left.await();
    Pools.end(pool);
    System.out.println(pool.getCompletedTaskCount());
  }
}
