package verdicts.clean.pools.starvation;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A scheduled pool whose only worker is busy for long; what it has queued is not due yet. */
@Clean(options = "pool-threshold=1s")
public final class NothingDue {
  public static void main(String[] args) throws Exception {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Pools.named("timer"));
    for (int i = 0; i < 20; i++) {
      timer.schedule(() -> System.out.println("early"), 1, TimeUnit.HOURS);
    }
    timer.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.HOURS);
    Future<?> slow = timer.submit(() -> Stage.sleep(4_000));
    slow.get();
    Stage.longPause();
    System.out.println(timer.shutdownNow().size());
    Pools.end(timer);
  }
}
