package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * A pool that may have four threads, but makes the second one only when its queue of a hundred is
 * full: one more burst of work could free it.
 */
@Verdict(kind = "pool-deadlock", certainty = "likely", threads = "elastic-1", pools = "elastic")
public final class NotAtMaximum {
  public static void main(String[] args) {
    ExecutorService pool =
        new ThreadPoolExecutor(
            1, 4, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(100), Pools.named("elastic"));
    pool.submit(() -> pool.submit(() -> System.out.println("never")).get()); // waits
    Stage.stuckNamed("elastic-1");
  }
}
