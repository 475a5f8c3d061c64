package verdicts.poolselfwait;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker invokes all in its own pool, while the rest of the pool is idle. */
@Verdict(kind = "pool-self-wait", certainty = "possible", pools = "pool-1")
public final class LuckyInvokeAll {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    Callable<Integer> part =
        () -> {
          Stage.sleep(500);
          return 1;
        };
    pool.submit(() -> pool.invokeAll(List.of(part, part, part, part, part))).get(); // waits
    Stage.stuck();
  }
}
