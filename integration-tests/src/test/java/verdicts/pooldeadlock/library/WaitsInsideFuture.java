package verdicts.pooldeadlock.library;

import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The future of a library, in whose monitor its only worker waits. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "lane-1",
    pools = "lane",
    needs = 2)
public final class WaitsInsideFuture {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 1);
    pool.submit(
        () -> {
          Result result = new Result();
          pool.execute(result);
          return result.get();
        });
    Stage.stuckNamed("lane-1");
  }
}
