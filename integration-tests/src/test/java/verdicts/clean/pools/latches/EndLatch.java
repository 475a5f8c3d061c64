package verdicts.clean.pools.latches;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Who waits for the end of ten tasks is no worker; the workers are slow, and most tasks queued. */
@Clean
public final class EndLatch {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CountDownLatch end = new CountDownLatch(10);
    CountDownLatch slow = new CountDownLatch(1);
    Object monitor = new Object();
    for (int i = 0; i < 10; i++) {
      pool.execute(
          Body.task(
              () -> {
                slow.await(10, TimeUnit.SECONDS);
                end.countDown();
              }));
    }
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              synchronized (monitor) {
                end.await();
              }
            });
    Stage.longPause();
    slow.countDown();
    boss.join();
    Pools.end(pool);
    System.out.println(end.getCount());
  }
}
