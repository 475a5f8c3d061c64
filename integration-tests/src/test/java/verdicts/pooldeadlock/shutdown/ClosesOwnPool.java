package verdicts.pooldeadlock.shutdown;

import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** {@code close} waits without end for the task that has called it. */
@Verdict(kind = "pool-deadlock", threads = "closing-1", pools = "closing", since = 21)
public final class ClosesOwnPool {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("closing", 1);
    pool.submit(() -> ExecutorService.class.getMethod("close").invoke(pool));
    Stage.stuckNamed("closing-1");
  }
}
