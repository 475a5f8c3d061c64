package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker waits for all of three parts, which are queued behind it. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = "parts-1",
    pools = "parts")
public final class AllOfInside {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("parts", 1);
    pool.execute(
        () -> {
          CompletableFuture<?>[] parts = new CompletableFuture<?>[3];
          for (int i = 0; i < parts.length; i++) {
            parts[i] = CompletableFuture.runAsync(() -> System.out.println("never"), pool);
          }
          CompletableFuture.allOf(parts).join(); // waits
        });
    Stage.stuckNamed("parts-1");
  }
}
