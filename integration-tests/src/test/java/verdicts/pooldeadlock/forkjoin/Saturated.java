package verdicts.pooldeadlock.forkjoin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A fork-join pool that may not compensate: its maximum is its parallelism. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = {"fork-1", "fork-2"},
    pools = "fork")
public final class Saturated {
  public static void main(String[] args) {
    ForkJoinPool pool =
        new ForkJoinPool(
            2, Pools.namedForkJoin("fork"), null, true, 2, 2, 0, full -> true, 1, TimeUnit.MINUTES);
    Meeting meeting = new Meeting(3);
    CompletableFuture<CompletableFuture<String>> answer = new CompletableFuture<>();
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return answer.join().join(); // waits
          });
    }
    meeting.meet();
    answer.complete(CompletableFuture.supplyAsync(() -> "never", pool));
    Stage.stuckNamed("fork-1", "fork-2");
  }
}
