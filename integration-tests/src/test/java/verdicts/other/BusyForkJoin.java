package verdicts.other;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Pools;
import verdicts.Stage;

/**
 * A fork-join pool of two threads, for which ten tasks from outside always wait; each sleeps for 20
 * ms. Says READY when there was some work, and keeps on until told.
 */
public final class BusyForkJoin {
  private static final int WAITING = 10;
  private static final int FIRST = 200;

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = Pools.forkJoin("fork", 2);
    AtomicInteger ended = new AtomicInteger();
    Thread clients = Stage.start("clients", () -> keepFull(pool, ended));
    while (ended.get() < FIRST) {
      Thread.sleep(5);
    }
    Stage.say("READY");
    clients.interrupt();
    clients.join();
    Pools.end(pool);
  }

  private static void keepFull(ForkJoinPool pool, AtomicInteger ended) {
    try {
      while (true) {
        if (pool.getQueuedSubmissionCount() < WAITING) {
          pool.execute(
              () -> {
                Stage.sleep(20);
                ended.incrementAndGet();
              });
        } else {
          Thread.sleep(2);
        }
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }
}
