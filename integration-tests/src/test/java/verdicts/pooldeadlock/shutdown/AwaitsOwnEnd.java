package verdicts.pooldeadlock.shutdown;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker shuts its own pool down and waits until all workers are gone. */
@Verdict(kind = "pool-deadlock", threads = "suicidal-1", pools = "suicidal")
public final class AwaitsOwnEnd {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("suicidal", 2);
    pool.submit(
        () -> {
          pool.shutdown();
          return pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS); // waits
        });
    Stage.stuckNamed("suicidal-1");
  }
}
