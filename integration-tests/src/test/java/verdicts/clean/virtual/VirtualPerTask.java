package verdicts.clean.virtual;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Virtual;

/** Ten thousand tasks of a virtual-thread executor that share semaphores and queues. */
@Clean(since = 21)
public final class VirtualPerTask {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Virtual.executor();
    Semaphore permits = new Semaphore(5);
    BlockingQueue<Integer> results = new LinkedBlockingQueue<>();
    for (int i = 0; i < 10_000; i++) {
      pool.submit(
          () -> {
            permits.acquire();
            try {
              return results.offer(1);
            } finally {
              permits.release();
            }
          });
    }
    pool.shutdown();
    System.out.println(pool.awaitTermination(30, TimeUnit.SECONDS) + " " + results.size());
  }
}
