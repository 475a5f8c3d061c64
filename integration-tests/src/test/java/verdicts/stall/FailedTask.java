package verdicts.stall;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** One of two tasks fails before it counts; its exception is in a future that nobody reads. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "waiter",
    summary = {"latch", "work-2"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class FailedTask {
  private static void good(CountDownLatch done) {
    Stage.sleep(10_000);
    done.countDown();
  }

  private static void bad(CountDownLatch done) {
    Stage.sleep(20_000);
    if (done.getCount() > 0) {
      throw new IllegalStateException("lost");
    }
    done.countDown();
  }

  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("work", 2);
    CountDownLatch done = new CountDownLatch(2);
    Thread waiter = Stage.start("waiter", () -> done.await());
    pool.submit(() -> good(done));
    Future<?> second = pool.submit(() -> bad(done));
    while (!second.isDone()) {
      Stage.sleep(100);
    }
    Stage.stuck(waiter);
  }
}
