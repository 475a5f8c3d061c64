package verdicts.pooldeadlock.library;

import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The only worker waits for a library's future that listens to another one, which is queued. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "lane-1",
    pools = "lane",
    needs = 2)
public final class ListensToQueued {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 1);
    pool.submit(
        () -> {
          Listenable.Task<Integer> parsed = new Listenable.Task<>(() -> 20);
          pool.execute(parsed);
          return parsed.map(number -> number + 1).map(number -> number * 2).get();
        });
    Stage.stuckNamed("lane-1");
  }
}
