package verdicts.poolselfwait;

import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A child is queued for long, but one of the workers does come free: no deadlock, only luck. */
@Verdict(kind = "pool-self-wait", certainty = "possible", pools = "lucky")
public final class LuckyLate {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lucky", 2);
    pool.submit(Stage::longPause);
    pool.submit(() -> pool.submit(() -> "late").get()).get(); // waits
    Stage.stuck();
  }
}
