package verdicts.clean.pools.library;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Each task brings a drain of its own, so what waits behind a waiting one is run by another. */
@Clean
public final class TwoDrain {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 2);
    Inbox inbox = new Inbox(pool);
    CompletableFuture<Void> waits =
        CompletableFuture.runAsync(
            () -> {
              pool.execute(Stage::pauseBeyondPatience);
              CompletableFuture.supplyAsync(() -> "late", inbox).join();
            },
            inbox);
    waits.join();
    System.out.println("done");
    Pools.end(pool);
  }

  private static final class Inbox implements Executor {
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final Executor executor;

    Inbox(Executor executor) {
      this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
      queue.add(task);
      executor.execute(new Drain());
    }

    private final class Drain implements Runnable {
      @Override
      public void run() {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
          task.run();
        }
      }
    }
  }
}
