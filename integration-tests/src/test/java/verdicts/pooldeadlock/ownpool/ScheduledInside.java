package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A timer task schedules another one on the same single-threaded timer, and waits for it. */
@Verdict(kind = "pool-deadlock", threads = "timer-1", pools = "timer", needs = 2)
public final class ScheduledInside {
  public static void main(String[] args) {
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, Pools.named("timer"));
    timer.schedule(
        () -> {
          Future<?> later =
              timer.schedule(() -> System.out.println("never"), 20, TimeUnit.MILLISECONDS);
          return later.get(); // waits
        },
        10,
        TimeUnit.MILLISECONDS);
    Stage.stuckNamed("timer-1");
  }
}
