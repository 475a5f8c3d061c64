package verdicts.stall;

import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A pool is shut down at once, and nobody cancels the future of the task in its queue. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "waiter",
    summary = {"future", "shutdownNow"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class DroppedByShutdown {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("work", 1);
    pool.submit(() -> Stage.sleep(3_600_000));
    Future<String> second = pool.submit(() -> "never");
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              second.get(); // waits
            });
    Stage.awaitRest(waiter);
    pool.shutdownNow();
    Stage.stuck(waiter);
  }
}
