package verdicts.stall;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The task behind a chain of stages is dropped, and so the last of them never comes. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "waiter",
    summary = {"future", "shutdownNow"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class DroppedStage {
  private static List<Runnable> dropped;

  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("work", 1);
    pool.submit(() -> Stage.sleep(3_600_000));
    CompletableFuture<Integer> length =
        CompletableFuture.supplyAsync(() -> "never", pool).thenApply(String::length);
    Thread waiter = Stage.start("waiter", () -> System.out.println(length.join()));
    Stage.awaitRest(waiter);
    dropped = pool.shutdownNow();
    System.out.println(dropped.size());
    Stage.stuck(waiter);
  }
}
