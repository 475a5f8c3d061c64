package hangs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.BlockingArrayQueue;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * Jetty: both threads of its pool wait for a task that waits behind them, in a queue of its own.
 */
public final class JettyOwnPool {
  public static void main(String[] args) throws Exception {
    AtomicInteger count = new AtomicInteger();
    QueuedThreadPool pool =
        new QueuedThreadPool(
            2,
            2,
            60_000,
            0,
            new BlockingArrayQueue<>(8),
            null,
            task -> new Thread(task, "qtp-" + count.incrementAndGet()));
    pool.start();
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.execute(
          () -> {
            meeting.meet();
            CompletableFuture.supplyAsync(() -> "never", pool).join();
          });
    }
    Stage.stuckNamed("qtp-1", "qtp-2");
  }
}
