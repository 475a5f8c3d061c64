package verdicts.clean.semaphores;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * Who submits takes a permit for each task, and the task gives it back: nothing but the first tasks
 * tells so, and these take their time.
 */
@Clean(says = "all tasks done\n")
public final class BoundedExecutor {
  private static final int BOUND = 2;

  public static void main(String[] args) throws Exception {
    Semaphore permits = new Semaphore(BOUND);
    ExecutorService pool = Pools.fixed("bounded", BOUND);
    for (int i = 0; i < BOUND; i++) {
      permits.acquire();
      pool.execute(
          () -> {
            Stage.pauseBeyondPatience();
            permits.release();
          });
    }
    permits.acquire(); // For one more.
    Pools.end(pool);
    System.out.println("all tasks done");
  }
}
