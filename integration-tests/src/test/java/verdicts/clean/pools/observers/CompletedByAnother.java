package verdicts.clean.pools.observers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.observers.Source;

/**
 * What would be called back waits in the queue; another thread completes the future, though late.
 */
@Clean
public final class CompletedByAnother {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("single", 1);
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    Thread other =
        Stage.start(
            "other",
            () -> {
              Stage.pauseBeyondPatience();
              answer.complete(7);
            });
    Future<Integer> waits =
        pool.submit(
            () -> {
              Source.of(() -> 20).on(pool).map(n -> n + 1).subscribe(n -> answer.complete(n));
              return answer.get();
            });
    System.out.println(waits.get());
    Stage.join(other);
    Pools.end(pool);
  }
}
