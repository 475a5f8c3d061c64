package verdicts.poolstarvation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Both workers sleep, and five tasks wait for a free one. */
@Verdict(
    kind = "pool-starvation",
    certainty = {"certain", "likely", "possible"},
    pools = "sleepy",
    summary = "2 of 2",
    resolved = true,
    options = "pool-threshold=2s")
public final class SleepingWorkers {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("sleepy", 2);
    List<Future<?>> naps = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      naps.add(
          pool.submit(
              () -> {
                Thread.sleep(600_000);
                return "rested";
              }));
    }
    for (int i = 0; i < 5; i++) {
      pool.execute(() -> System.out.println("queued"));
    }
    Stage.stuckNamed("sleepy-1", "sleepy-2");
    naps.forEach(nap -> nap.cancel(true));
    Pools.end(pool);
    Stage.say("RESOLVED");
  }
}
