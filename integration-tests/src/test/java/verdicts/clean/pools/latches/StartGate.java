package verdicts.clean.pools.latches;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * The classic start gate: both workers wait for main to open it, and the queued tasks have gate and
 * end latch at hand too; they will pass the one and count down the other.
 */
@Clean
public final class StartGate {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("runner", 2);
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(10);
    for (int i = 0; i < 10; i++) {
      pool.submit(
          () -> {
            gate.await();
            end.countDown();
            return gate;
          });
    }
    Stage.pauseBeyondPatience();
    gate.countDown();
    end.await();
    Pools.end(pool);
    System.out.println(end.getCount());
  }
}
