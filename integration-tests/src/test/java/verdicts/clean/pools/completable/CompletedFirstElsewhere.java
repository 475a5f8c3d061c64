package verdicts.clean.pools.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * A task behind the waiting one would complete its future, but another thread does, though late.
 */
@Clean
public final class CompletedFirstElsewhere {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 1);
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread other =
        Stage.start(
            "other",
            () -> {
              Stage.pauseBeyondPatience();
              answer.complete("other");
            });
    Future<String> waits =
        pool.submit(
            () -> {
              pool.execute(() -> answer.complete("own"));
              return answer.get();
            });
    System.out.println(waits.get());
    Stage.join(other);
    Pools.end(pool);
  }
}
