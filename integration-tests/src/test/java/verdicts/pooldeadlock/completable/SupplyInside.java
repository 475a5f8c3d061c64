package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker supplies to its own pool, and joins. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = {"supply-1", "supply-2"},
    pools = "supply",
    needs = 3)
public final class SupplyInside {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("supply", 2);
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      CompletableFuture.supplyAsync(
          () -> {
            meeting.meet();
            return CompletableFuture.supplyAsync(() -> "never", pool).join(); // waits
          },
          pool);
    }
    Stage.stuckNamed("supply-1", "supply-2");
  }
}
