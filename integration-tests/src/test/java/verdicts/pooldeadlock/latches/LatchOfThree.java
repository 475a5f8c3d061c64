package verdicts.pooldeadlock.latches;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Three runners wait for each other at the start. The track has two lanes. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = {"lane-1", "lane-2"},
    pools = "lane")
public final class LatchOfThree {
  public static void main(String[] args) {
    ExecutorService lanes = Pools.fixed("lane", 2);
    CountDownLatch ready = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      lanes.submit(
          () -> {
            ready.countDown();
            ready.await(); // waits
            return ready;
          });
    }
    Stage.stuckNamed("lane-1", "lane-2");
  }
}
