package verdicts.clean.pools.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A client waits, under a lock, for a stage behind a slow function that wants another lock. */
@Clean
public final class RunningStageElsewhere {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("work", 2);
    Object state = new Object();
    Object other = new Object();
    Thread busy =
        Stage.start(
            "busy",
            () -> {
              synchronized (other) {
                Stage.longPause();
              }
            });
    Thread client =
        Stage.start(
            "client",
            () -> {
              synchronized (state) {
                System.out.println(
                    CompletableFuture.supplyAsync(() -> read(other), pool)
                        .thenApply(String::length)
                        .join());
              }
            });
    Stage.join(busy, client);
    Pools.end(pool);
  }

  private static String read(Object state) {
    synchronized (state) {
      return "after a while";
    }
  }
}
