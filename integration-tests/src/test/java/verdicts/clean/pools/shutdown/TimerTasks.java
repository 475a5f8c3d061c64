package verdicts.clean.pools.shutdown;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A timer whose tasks wait for a pool, while more of its tasks are due. */
@Clean
public final class TimerTasks {
  /** Waits for a slow task of a pool. */
  static final class Job extends TimerTask {
    private final ExecutorService pool;
    private final CountDownLatch done;

    Job(ExecutorService pool, CountDownLatch done) {
      this.pool = pool;
      this.done = done;
    }

    @Override
    public void run() {
      CompletableFuture.runAsync(() -> Stage.sleep(700), pool).join();
      done.countDown();
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("pool", 1);
    Timer timer = new Timer("alarm");
    CountDownLatch done = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      timer.schedule(new Job(pool, done), 1);
    }
    done.await();
    timer.cancel();
    Pools.end(pool);
    System.out.println(done.getCount());
  }
}
