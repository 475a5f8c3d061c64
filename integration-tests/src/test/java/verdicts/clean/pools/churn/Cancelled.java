package verdicts.clean.pools.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;

/**
 * Thousands of tasks are cancelled: in the queue, while they run, by themselves, and when they are
 * done. What a future says, and what has run, must agree.
 */
@Clean
public final class Cancelled {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("churn", 2);
    int wrong = 0;
    for (int round = 0; round < 200; round++) {
      CountDownLatch gate = new CountDownLatch(1);
      AtomicInteger ran = new AtomicInteger();
      List<Future<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        tasks.add(
            pool.submit(
                () -> {
                  gate.await();
                  return ran.incrementAndGet();
                }));
      }
      for (int i = 10; i < 20; i++) {
        wrong += tasks.get(i).cancel(i % 2 == 0) ? 0 : 1;
      }
      pool.purge();
      gate.countDown();
      for (int i = 0; i < 20; i++) {
        try {
          wrong += tasks.get(i).get() > 0 && i < 10 ? 0 : 1;
        } catch (CancellationException cancelled) {
          wrong += i < 10 ? 1 : 0;
        }
        wrong += tasks.get(i).cancel(true) ? 1 : 0;
      }
      wrong += ran.get() == 10 ? 0 : 1;
    }
    Pools.end(pool);
    System.out.println(wrong + " wrong, " + pool.getCompletedTaskCount() + " completed");
  }
}
