package verdicts.clean.pools.starvation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * Full pools reject task after task, and all is well: callers run them, or wait for room. One more
 * pool loses some, but only now and then.
 */
@Clean(options = "pool-threshold=1s")
public final class SlowsDownWhoSubmits {
  private static final AtomicBoolean open = new AtomicBoolean(true);

  private static ThreadPoolExecutor pool(String name, int room, RejectedExecutionHandler handler) {
    return new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(room), Pools.named(name), handler);
  }

  private static void awaitRoom(Runnable task, ThreadPoolExecutor pool) {
    try {
      pool.getQueue().put(task);
    } catch (InterruptedException stopped) {
      throw new RejectedExecutionException(stopped);
    }
  }

  private static Thread feed(ThreadPoolExecutor pool, AtomicInteger given, AtomicInteger ran) {
    return Stage.start(
        "feeder",
        () -> {
          while (open.get()) {
            given.incrementAndGet();
            pool.execute(
                () -> {
                  Stage.sleep(20);
                  ran.incrementAndGet();
                });
          }
        });
  }

  private static boolean rush(ThreadPoolExecutor pool) {
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      try {
        pool.execute(() -> Stage.sleep(20));
      } catch (RejectedExecutionException full) {
        refused++;
      }
    }
    return refused > 0;
  }

  public static void main(String[] args) throws Exception {
    AtomicInteger given = new AtomicInteger();
    AtomicInteger ran = new AtomicInteger();
    ThreadPoolExecutor helped = pool("helped", 5, new ThreadPoolExecutor.CallerRunsPolicy());
    ThreadPoolExecutor awaited = pool("awaited", 5, SlowsDownWhoSubmits::awaitRoom);
    ThreadPoolExecutor rushed = pool("rushed", 800, new ThreadPoolExecutor.AbortPolicy());
    Thread[] feeders = {feed(helped, given, ran), feed(awaited, given, ran)};
    System.out.println(rush(rushed));
    Stage.longPause();
    System.out.println(rush(rushed));
    Stage.longPause();
    open.set(false);
    Stage.join(feeders);
    rushed.getQueue().clear();
    Pools.end(helped, awaited, rushed);
    System.out.println(given.get() == ran.get());
  }
}
