package verdicts.clean.pools.virtual;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Virtual;

/** A thousand virtual threads wait for each other on one carrier, and none is pinned. */
@Clean(
    since = 21,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    })
public final class OneCarrier {
  public static void main(String[] args) throws Exception {
    ExecutorService perTask = Virtual.executor();
    CountDownLatch all = new CountDownLatch(1_000);
    CountDownLatch open = new CountDownLatch(1);
    Future<String> last =
        perTask.submit(
            () -> {
              all.await();
              return "all";
            });
    for (int i = 0; i < 1_000; i++) {
      perTask.submit(
          () -> {
            open.await();
            all.countDown();
            return all;
          });
    }
    Stage.longPause();
    open.countDown();
    System.out.println(last.get());
    Pools.end(perTask);
  }
}
