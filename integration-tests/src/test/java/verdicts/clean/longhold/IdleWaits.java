package verdicts.clean.longhold;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Workers, consumers and waiters idle for seconds: none of them waits for a lock. */
@Clean(options = {"lock-threshold=500ms", "grace=0"})
public final class IdleWaits {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("idle", 3);
    for (int i = 0; i < 3; i++) {
      pool.submit(() -> {}).get();
    }
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    Semaphore permits = new Semaphore(0);
    Object bell = new Object();
    boolean[] rung = new boolean[1];
    Thread consumer = Stage.start("consumer", queue::take);
    Thread taker = Stage.start("taker", permits::acquire);
    Thread listener =
        Stage.start(
            "listener",
            () -> {
              synchronized (bell) {
                while (!rung[0]) {
                  bell.wait();
                }
              }
            });
    Stage.longPause();
    synchronized (bell) {
      rung[0] = true;
      bell.notifyAll();
    }
    permits.release();
    queue.put("something");
    Stage.join(consumer, taker, listener);
    Pools.end(pool);
    System.out.println("all were idle");
  }
}
