package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A maximum of ten threads that an unbounded queue never lets grow. */
@Verdict(kind = "pool-deadlock", threads = "hoping-1", pools = "hoping")
public final class UnboundedMaximum {
  public static void main(String[] args) {
    ExecutorService pool =
        new ThreadPoolExecutor(
            1, 10, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), Pools.named("hoping"));
    pool.submit(() -> pool.submit(() -> System.out.println("never")).get()); // waits
    Stage.stuckNamed("hoping-1");
  }
}
