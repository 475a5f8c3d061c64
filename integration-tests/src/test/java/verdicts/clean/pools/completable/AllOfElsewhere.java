package verdicts.clean.pools.completable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Workers wait for all, any, and combinations of stages that run in another pool. */
@Clean
public final class AllOfElsewhere {
  public static void main(String[] args) throws Exception {
    ExecutorService waiting = Pools.fixed("waiting", 3);
    ExecutorService working = Pools.fixed("working", 1);
    List<CompletableFuture<Integer>> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(
          CompletableFuture.supplyAsync(
              () -> {
                Stage.sleep(600);
                return 1;
              },
              working));
    }
    CompletableFuture<?>[] all = parts.toArray(CompletableFuture<?>[]::new);
    Future<?> everything = waiting.submit(() -> CompletableFuture.allOf(all).join());
    Future<?> anything = waiting.submit(() -> CompletableFuture.anyOf(all).get());
    Future<Integer> both =
        waiting.submit(() -> parts.get(2).thenCombine(parts.get(3), Integer::sum).join());
    Future<String> queued = waiting.submit(() -> "queued");
    System.out.println(anything.get() + " " + both.get() + " " + everything.get());
    System.out.println(queued.get());
    Pools.end(waiting, working);
  }
}
