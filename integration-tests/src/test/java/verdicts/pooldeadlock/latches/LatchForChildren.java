package verdicts.pooldeadlock.latches;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A task starts three children in its own pool of one and waits until they have counted down. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = "parent-1",
    pools = "parent")
public final class LatchForChildren {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("parent", 1);
    pool.submit(
        () -> {
          CountDownLatch children = new CountDownLatch(3);
          for (int i = 0; i < 3; i++) {
            pool.execute(children::countDown);
          }
          children.await(); // waits
          return "never";
        });
    Stage.stuckNamed("parent-1");
  }
}
