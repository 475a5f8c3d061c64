package verdicts.pooldeadlock.latches;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Tasks that stand no call but that of run: whoever looks at them must only read. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "lane-1",
    pools = "lane",
    tasks = "TouchyTasks$Part")
public final class TouchyTasks {
  private static final class Part implements Runnable {
    private final CountDownLatch done;

    Part(CountDownLatch done) {
      this.done = done;
    }

    @Override
    public void run() {
      done.countDown();
    }

    @Override
    public boolean equals(Object other) {
      throw new UnsupportedOperationException("equals");
    }

    @Override
    public int hashCode() {
      throw new UnsupportedOperationException("hashCode");
    }

    @Override
    public String toString() {
      throw new UnsupportedOperationException("toString");
    }
  }

  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 1);
    pool.submit(
        () -> {
          CountDownLatch done = new CountDownLatch(2);
          pool.execute(new Part(done));
          pool.execute(new Part(done));
          done.await(); // waits
          return "never";
        });
    Stage.stuckNamed("lane-1");
  }
}
