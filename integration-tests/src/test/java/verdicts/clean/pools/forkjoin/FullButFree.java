package verdicts.clean.pools.forkjoin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A fork-join pool that may not compensate; one worker waits, and the other one works. */
@Clean
public final class FullButFree {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool =
        new ForkJoinPool(
            2, Pools.namedForkJoin("fork"), null, true, 2, 2, 0, full -> true, 1, TimeUnit.MINUTES);
    CompletableFuture<String> answer = new CompletableFuture<>();
    Future<String> waiting = pool.submit(() -> answer.join());
    Future<?> working =
        pool.submit(
            () -> {
              Stage.longPause();
              answer.complete("answered");
            });
    Future<String> queued = pool.submit(() -> "queued");
    System.out.println(waiting.get() + " " + queued.get() + " " + (working.get() == null));
    Pools.end(pool);
  }
}
