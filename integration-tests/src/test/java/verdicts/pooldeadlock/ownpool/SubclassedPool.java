package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A pool with hooks of its own, as frameworks have them. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"counting-1", "counting-2"},
    pools = "counting",
    needs = 3)
public final class SubclassedPool {
  /** Counts what it runs. */
  static final class CountingPool extends ThreadPoolExecutor {
    private final AtomicInteger begun = new AtomicInteger();

    CountingPool(int size) {
      super(size, size, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>(), Pools.named("counting"));
    }

    @Override
    protected void beforeExecute(Thread worker, Runnable task) {
      begun.incrementAndGet();
      super.beforeExecute(worker, task);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
      super.afterExecute(task, failure);
      begun.decrementAndGet();
    }
  }

  public static void main(String[] args) {
    ExecutorService pool = new CountingPool(2);
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return pool.submit(() -> System.out.println("never")).get(); // waits
          });
    }
    Stage.stuckNamed("counting-1", "counting-2");
  }
}
