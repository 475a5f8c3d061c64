package verdicts.clean.pools.selfwait;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A queue that takes a task only if a thread is free, as that of servers: the pool grows first. */
@Clean
public final class GrowsFirst {
  /** Refuses what no idle worker waits for, so that the pool starts another one. */
  static final class Reluctant extends LinkedBlockingQueue<Runnable> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean offer(Runnable task) {
      return false;
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        new ThreadPoolExecutor(1, 20, 10, TimeUnit.SECONDS, new Reluctant(), Pools.named("server"));
    Future<Object> parent =
        pool.submit(() -> pool.submit(() -> pool.submit(() -> Stage.sleep(400)).get()).get());
    System.out.println(parent.get());
    Stage.longPause();
    Pools.end(pool);
  }
}
