package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** One worker gets, the other joins; both wait for stages of their own pool. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = {"mixed-1", "mixed-2"},
    pools = "mixed")
public final class GetAndJoin {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("mixed", 2);
    Meeting meeting = new Meeting(2);
    pool.submit(
        () -> {
          meeting.meet();
          return CompletableFuture.supplyAsync(() -> "never", pool).get(); // waits
        });
    pool.submit(
        () -> {
          meeting.meet();
          return CompletableFuture.runAsync(() -> System.out.println("never"), pool)
              .join(); // waits
        });
    Stage.stuckNamed("mixed-1", "mixed-2");
  }
}
