package verdicts.deadlock.futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A client waits, under a lock, for a stage behind a function that runs and wants the lock. */
@Verdict(
    certainty = {"certain", "likely"},
    threads = {"client", "work-1"})
public final class RunningStage {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("work", 2);
    Object state = new Object();
    Thread client =
        Stage.start(
            "client",
            () -> {
              synchronized (state) { // holds
                CompletableFuture.supplyAsync(() -> read(state), pool)
                    .thenApply(String::length)
                    .join(); // waits
              }
            });
    Stage.stuck(client, Stage.named("work-1"));
  }

  private static String read(Object state) {
    synchronized (state) { // waits
      return "never";
    }
  }
}
