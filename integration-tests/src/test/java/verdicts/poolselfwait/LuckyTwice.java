package verdicts.poolselfwait;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two of three workers wait at once: one task more of this kind, and nobody would go on. */
@Verdict(
    kind = "pool-self-wait",
    certainty = "possible",
    pools = "lucky",
    summary = "2 of 3 workers",
    tasks = "LuckyTwice")
public final class LuckyTwice {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lucky", 3);
    CountDownLatch both = new CountDownLatch(2);
    Future<?>[] parents = new Future<?>[2];
    for (int i = 0; i < parents.length; i++) {
      parents[i] =
          pool.submit(
              () -> {
                Future<?> child = pool.submit(() -> Stage.sleep(800));
                both.countDown();
                both.await(10, TimeUnit.SECONDS);
                return child.get(); // waits
              });
    }
    for (Future<?> parent : parents) {
      parent.get();
    }
    Stage.stuck();
  }
}
