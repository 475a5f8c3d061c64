package verdicts.pooldeadlock.observers;

import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The only worker waits for a value that it should produce itself. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "single-1",
    pools = "single",
    needs = 2)
public final class BlocksOnItsScheduler {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("single", 1);
    pool.submit(() -> Source.of(() -> 20).on(pool).map(n -> n + 1).map(n -> n * 2).await());
    Stage.stuckNamed("single-1");
  }
}
