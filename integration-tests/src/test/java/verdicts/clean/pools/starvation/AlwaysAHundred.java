package verdicts.clean.pools.starvation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Who submits keeps the queue full, at a hundred tasks: each waits for long, none for longer. */
@Clean(options = "pool-threshold=500ms")
public final class AlwaysAHundred {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("full", 2);
    Semaphore room = new Semaphore(100);
    for (int i = 0; i < 300; i++) {
      room.acquire();
      pool.execute(
          () -> {
            Stage.sleep(40);
            room.release();
          });
    }
    Pools.end(pool);
    System.out.println(pool.getCompletedTaskCount());
  }
}
