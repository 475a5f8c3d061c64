package verdicts.clean.semaphores;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Stage;

/** Who hands a task over takes a permit, and the task, which is at work, will give it back. */
@Clean
public final class ReleasedByTheTask {
  private static final Semaphore PERMITS = new Semaphore(1);

  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    for (int i = 0; i < 2; i++) {
      PERMITS.acquire();
      pool.execute(ReleasedByTheTask::work);
    }
    pool.shutdown();
    System.out.println("both handed over");
  }

  private static void work() {
    try {
      Stage.pauseBeyondPatience();
    } finally {
      PERMITS.release();
    }
  }
}
