package verdicts.poolstarvation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Both workers of a fork-join pool sleep, while tasks wait and more of them come. */
@Verdict(
    kind = "pool-starvation",
    certainty = {"likely", "possible"},
    pools = "fork",
    summary = "2 of 2",
    resolved = true,
    options = "pool-threshold=2s")
public final class ForkJoinSleepers {
  private static volatile boolean over;

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = Pools.forkJoin("fork", 2);
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(pool.submit(ForkJoinSleepers::sleep));
    }
    Thread client =
        Stage.start(
            "client",
            () -> {
              while (!over) {
                tasks.add(pool.submit(() -> 1));
                Stage.sleep(100);
              }
            });
    Stage.stuckNamed("fork-1", "fork-2");
    over = true;
    Stage.join(client);
    for (Future<?> task : tasks) {
      task.get();
    }
    Pools.end(pool);
    Stage.say("RESOLVED");
  }

  private static void sleep() {
    while (!over) {
      Stage.sleep(600);
    }
  }
}
