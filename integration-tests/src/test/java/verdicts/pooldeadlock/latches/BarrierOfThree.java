package verdicts.pooldeadlock.latches;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import verdicts.Stage;
import verdicts.Verdict;

/** A barrier for three in a pool of two. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = {"pool-1-thread-1", "pool-1-thread-2"},
    pools = "pool-1")
public final class BarrierOfThree {
  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CyclicBarrier barrier = new CyclicBarrier(3, () -> System.out.println("never"));
    for (int i = 0; i < 3; i++) {
      pool.submit(() -> barrier.await()); // waits
    }
    Stage.stuckNamed("pool-1-thread-1", "pool-1-thread-2");
  }
}
