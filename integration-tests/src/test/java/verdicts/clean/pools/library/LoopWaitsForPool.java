package verdicts.clean.pools.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.library.EventLoop;

/** An event loop waits for a slow task of a pool, while tasks of its own wait. */
@Clean
public final class LoopWaitsForPool {
  public static void main(String[] args) throws Exception {
    EventLoop loop = new EventLoop("events");
    ExecutorService pool = Pools.fixed("lane", 1);
    CompletableFuture<Void> waits =
        CompletableFuture.runAsync(
            () -> {
              loop.execute(() -> System.out.println("later"));
              CompletableFuture.runAsync(Stage::pauseBeyondPatience, pool).join();
            },
            loop);
    waits.join();
    CompletableFuture.runAsync(() -> System.out.println("last"), loop).join();
    Pools.end(pool);
  }
}
