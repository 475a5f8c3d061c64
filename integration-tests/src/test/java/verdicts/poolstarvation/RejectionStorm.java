package verdicts.poolstarvation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two workers hang in a slow call, the queue is full, and task after task is rejected. */
@Verdict(
    kind = "pool-starvation",
    certainty = {"certain", "likely", "possible"},
    pools = "full",
    resolved = true,
    options = "pool-threshold=2s")
public final class RejectionStorm {
  private static int rejected(Executor pool) {
    try {
      pool.execute(() -> {});
      return 0;
    } catch (RejectedExecutionException full) {
      return 1;
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(3), Pools.named("full"));
    CountDownLatch slow = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            slow.await();
            return "at last";
          });
    }
    AtomicBoolean storm = new AtomicBoolean(true);
    Thread clients =
        Stage.start(
            "clients",
            () -> {
              for (int refused = 0; storm.get(); refused += rejected(pool)) {
                Stage.sleep(refused % 10 == 0 ? 5 : 0);
              }
            });
    Stage.stuckNamed("full-1", "full-2");
    storm.set(false);
    clients.join();
    slow.countDown();
    Pools.end(pool);
    Stage.say("RESOLVED");
  }
}
