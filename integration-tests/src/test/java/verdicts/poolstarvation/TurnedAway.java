package verdicts.poolstarvation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A pool without a queue gets on, but has no thread free for most of what comes. */
@Verdict(
    kind = "pool-starvation",
    certainty = "possible",
    pools = "doorman",
    summary = {"tasks were rejected", " of 2 in Stage.sleep"},
    resolved = true,
    options = "pool-threshold=2s")
public final class TurnedAway {
  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), Pools.named("doorman"));
    AtomicBoolean open = new AtomicBoolean(true);
    Thread guests =
        Stage.start(
            "guests",
            () -> {
              while (open.get()) {
                try {
                  pool.execute(() -> Stage.sleep(500));
                } catch (RejectedExecutionException full) {
                  LockSupport.parkNanos(100_000);
                }
              }
            });
    Stage.say("STUCK " + System.currentTimeMillis());
    open.set(false);
    guests.join();
    Pools.end(pool);
    Stage.say("RESOLVED");
  }
}
