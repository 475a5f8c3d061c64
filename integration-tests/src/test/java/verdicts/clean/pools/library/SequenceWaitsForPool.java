package verdicts.clean.pools.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.library.Sequence;

/** A task that runs alone waits for one beside it in the same pool, while others queue up. */
@Clean
public final class SequenceWaitsForPool {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 2);
    Sequence sequence = new Sequence(pool);
    CompletableFuture<Void> waits =
        CompletableFuture.runAsync(
            () -> {
              sequence.execute(() -> System.out.println("later"));
              CompletableFuture.runAsync(Stage::pauseBeyondPatience, pool).join();
            },
            sequence);
    waits.join();
    CompletableFuture.runAsync(() -> System.out.println("last"), sequence).join();
    Pools.end(pool);
  }
}
