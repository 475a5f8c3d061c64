package verdicts.clean.pools.selfwait;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A task gets a thread at once or is rejected: it never waits in a queue for who waits for it. */
@Clean
public final class HandOff {
  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        new ThreadPoolExecutor(
            1, 4, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Pools.named("handing"));
    Future<Object> parent =
        pool.submit(() -> pool.submit(() -> pool.submit(() -> Stage.sleep(400)).get()).get());
    System.out.println(parent.get());
    Stage.longPause();
    Pools.end(pool);
  }
}
