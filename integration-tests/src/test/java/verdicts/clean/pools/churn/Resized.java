package verdicts.clean.pools.churn;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A pool that grows and shrinks all the time while four threads give it work. */
@Clean
public final class Resized {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1, 2, 1, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(50), Pools.named("rubber"));
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    pool.allowCoreThreadTimeOut(true);
    AtomicInteger done = new AtomicInteger();
    Thread[] clients = new Thread[4];
    for (int i = 0; i < clients.length; i++) {
      clients[i] =
          Stage.start(
              "client-" + i,
              () -> {
                for (int n = 0; n < 10_000; n++) {
                  pool.submit(done::incrementAndGet).get();
                }
              });
    }
    for (int i = 0; i < 400; i++) {
      pool.setMaximumPoolSize(9);
      pool.setCorePoolSize(1 + i % 8);
      Stage.sleep(5);
      pool.setCorePoolSize(1);
      pool.setMaximumPoolSize(1 + i % 3);
    }
    Stage.join(clients);
    Pools.end(pool);
    System.out.println(done + " done");
  }
}
