package verdicts.pooldeadlock.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The pool has threads to spare, but its tasks go through an executor that runs one at a time. */
@Verdict(kind = "pool-deadlock", certainty = "likely", threads = "lane-1", pools = "lane-1")
public final class SequenceWaitsForItself {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 4);
    Sequence sequence = new Sequence(pool);
    sequence.execute(() -> CompletableFuture.supplyAsync(() -> "never", sequence).join());
    Stage.stuckNamed("lane-1");
  }
}
