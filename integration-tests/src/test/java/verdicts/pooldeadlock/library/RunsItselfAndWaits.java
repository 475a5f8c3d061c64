package verdicts.pooldeadlock.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** An executor that is a task of a pool, one thread of which waits for what comes next in it. */
@Verdict(kind = "pool-deadlock", certainty = "possible", threads = "lane-1", pools = "lane-1")
public final class RunsItselfAndWaits {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 4);
    RunsItself serial = new RunsItself(pool);
    serial.execute(() -> CompletableFuture.supplyAsync(() -> "never", serial).join());
    Stage.stuckNamed("lane-1");
  }
}
