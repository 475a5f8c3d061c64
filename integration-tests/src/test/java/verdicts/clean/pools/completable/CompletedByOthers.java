package verdicts.clean.pools.completable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * All workers wait for a future that main completes late. Queued tasks have it at hand too, but it
 * is not they on whom it depends.
 */
@Clean
public final class CompletedByOthers {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("desk", 2);
    CompletableFuture<String> answer = new CompletableFuture<>();
    List<Future<String>> readers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      readers.add(pool.submit(() -> answer.get()));
    }
    Future<Boolean> late = pool.submit(() -> answer.complete("too late"));
    Stage.longPause();
    answer.complete("answered");
    for (Future<String> reader : readers) {
      System.out.println(reader.get());
    }
    System.out.println(late.get());
    Pools.end(pool);
  }
}
