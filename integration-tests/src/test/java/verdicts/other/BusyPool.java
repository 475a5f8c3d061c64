package verdicts.other;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;

/**
 * A pool of two threads with more work than it takes: each task sleeps for 20 ms. Says READY when
 * there was some work, and keeps on until told; then says HELD, with both threads busy and its
 * queue full; then ends the pool and says GONE.
 */
public final class BusyPool {
  private static final int SIZE = 2;
  private static final int CAPACITY = 10;

  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = new Pool(); // made
    Thread clients = Stage.start("clients", () -> keepFull(pool));
    while (pool.getCompletedTaskCount() < 200) {
      Thread.sleep(5);
    }
    Stage.say("READY");
    clients.interrupt();
    clients.join();
    pool.getQueue().clear();
    while (pool.getActiveCount() > 0) {
      Thread.sleep(5);
    }
    CountDownLatch begun = new CountDownLatch(SIZE);
    CountDownLatch go = new CountDownLatch(1);
    hold(pool, SIZE, begun, go);
    begun.await();
    hold(pool, CAPACITY, begun, go);
    Stage.say("HELD");
    go.countDown();
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    Stage.say("GONE");
  }

  private static void hold(
      ThreadPoolExecutor pool, int tasks, CountDownLatch begun, CountDownLatch go) {
    for (int i = 0; i < tasks; i++) {
      pool.submit(
          () -> {
            begun.countDown();
            go.await();
            return 0;
          });
    }
  }

  /** Gives it all the work that it takes, and now and then some that it refuses. */
  private static void keepFull(ThreadPoolExecutor pool) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        pool.execute(new Nap());
      } catch (RejectedExecutionException full) {
        try {
          Thread.sleep(7);
        } catch (InterruptedException enough) {
          return;
        }
      }
    }
  }

  private static final class Pool extends ThreadPoolExecutor {
    Pool() {
      super(SIZE, SIZE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(CAPACITY));
      setThreadFactory(Pools.named("work"));
    }
  }

  private static final class Nap implements Runnable {
    @Override
    public void run() {
      Stage.sleep(20);
    }
  }
}
