package verdicts.poolstarvation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The only worker computes without end, and others wait in the queue. */
@Verdict(
    kind = "pool-starvation",
    certainty = {"certain", "likely", "possible"},
    pools = "busy",
    summary = "1 of 1",
    resolved = true,
    options = "pool-threshold=2s")
public final class Computing {
  private static volatile boolean wanted = true;

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("busy", 1);
    CountDownLatch begun = new CountDownLatch(1);
    pool.execute(
        () -> {
          begun.countDown();
          while (wanted) {
            Thread.onSpinWait();
          }
        });
    Future<?> next = pool.submit(() -> {});
    begun.await();
    Stage.stuck();
    wanted = false;
    next.get();
    Pools.end(pool);
    Stage.say("RESOLVED");
  }
}
