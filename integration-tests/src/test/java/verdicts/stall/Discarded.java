package verdicts.stall;

import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A pool that discards what it cannot take hands out the future all the same. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "waiter",
    summary = {"future", "rejected"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class Discarded {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("work", 1);
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    pool.submit(() -> "first").get();
    Pools.end(pool);
    Future<String> late = pool.submit(() -> "never");
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              late.get(); // waits
            });
    Stage.stuck(waiter);
  }
}
