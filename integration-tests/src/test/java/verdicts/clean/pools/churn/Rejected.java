package verdicts.clean.pools.churn;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;

/**
 * Every policy of a full pool, thousands of times: abort, discard, discard the oldest, call back.
 */
@Clean
public final class Rejected {
  private static String overload(RejectedExecutionHandler policy) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(5), Pools.named("full"), policy);
    int refused = 0;
    AtomicInteger ran = new AtomicInteger();
    for (int round = 0; round < 200; round++) {
      CountDownLatch gate = new CountDownLatch(1);
      CountDownLatch begun = new CountDownLatch(1);
      FutureTask<Void> first =
          new FutureTask<>(
              () -> {
                begun.countDown();
                gate.await();
                return null;
              });
      pool.execute(first);
      begun.await();
      for (int i = 0; i < 15; i++) {
        try {
          pool.execute(ran::incrementAndGet);
        } catch (RejectedExecutionException full) {
          refused++;
        }
      }
      gate.countDown();
      while (!pool.getQueue().isEmpty() || pool.getActiveCount() > 0) {
        Thread.yield();
      }
    }
    Pools.end(pool);
    return ran + " ran, " + refused + " refused";
  }

  public static void main(String[] args) throws Exception {
    AtomicInteger called = new AtomicInteger();
    System.out.println(overload(new ThreadPoolExecutor.AbortPolicy()));
    System.out.println(overload(new ThreadPoolExecutor.DiscardPolicy()));
    System.out.println(overload(new ThreadPoolExecutor.DiscardOldestPolicy()));
    System.out.println(overload(new ThreadPoolExecutor.CallerRunsPolicy()));
    System.out.println(overload((task, pool) -> called.incrementAndGet()) + ", " + called);
  }
}
