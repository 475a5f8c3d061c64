package verdicts.clean.pools.virtual;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Virtual;

/** The only carrier computes for two seconds, while those who could open a latch wait for it. */
@Clean(
    since = 21,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    })
public final class HoggedCarrier {
  public static void main(String[] args) throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    ExecutorService pool = Pools.fixed("waiting", 1);
    Future<String> waiting =
        pool.submit(
            () -> {
              open.await();
              return "opened";
            });
    Thread hog =
        Virtual.start(
            "hog",
            () -> {
              long end = System.nanoTime() + 2_000_000_000L;
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
            });
    Thread opener = Virtual.start("opener", () -> open.countDown());
    System.out.println(waiting.get());
    Stage.join(hog, opener);
    Pools.end(pool);
  }
}
