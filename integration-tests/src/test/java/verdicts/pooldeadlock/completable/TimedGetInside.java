package verdicts.pooldeadlock.completable;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker waits for a queued task, but not for ever; an interrupt ends it before. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = "patient-1",
    pools = "patient",
    timeoutSeconds = 3_600,
    resolved = true)
public final class TimedGetInside {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("patient", 1);
    Future<String> outer =
        pool.submit(
            () -> {
              Future<String> inner = pool.submit(() -> "late");
              try {
                return inner.get(1, TimeUnit.HOURS);
              } catch (InterruptedException stopped) {
                return "gave up";
              }
            });
    Stage.stuckNamed("patient-1");
    Stage.named("patient-1").interrupt();
    outer.get();
    Pools.end(pool);
    Stage.say("RESOLVED");
  }
}
