package verdicts.poolselfwait;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A timer task waits for another one that it has scheduled on the same timer, which has two. */
@Verdict(
    kind = "pool-self-wait",
    certainty = "possible",
    pools = "timer",
    summary = "1 of 2 workers",
    tasks = "LuckyScheduled")
public final class LuckyScheduled {
  public static void main(String[] args) throws Exception {
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, Pools.named("timer"));
    Future<String> first =
        timer.schedule(
            () -> {
              Future<String> later = timer.schedule(() -> "in time", 300, TimeUnit.MILLISECONDS);
              return later.get(); // waits
            },
            10,
            TimeUnit.MILLISECONDS);
    System.out.println(first.get());
    Stage.stuck();
  }
}
