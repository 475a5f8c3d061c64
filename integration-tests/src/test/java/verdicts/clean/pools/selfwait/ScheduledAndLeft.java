package verdicts.clean.pools.selfwait;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Timer tasks schedule others on their own timer, and wait for none, or for a time only. */
@Clean
public final class ScheduledAndLeft {
  private static int patient(ScheduledThreadPoolExecutor timer) throws Exception {
    Future<Integer> later = timer.schedule(() -> 1, 30, TimeUnit.SECONDS);
    try {
      return later.get(100, TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      later.cancel(false);
      return 2;
    }
  }

  public static void main(String[] args) throws Exception {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2, Pools.named("timer"));
    ScheduledThreadPoolExecutor other = new ScheduledThreadPoolExecutor(1, Pools.named("other"));
    Future<Integer> timed = timer.submit(() -> patient(timer));
    Future<Future<Integer>> left =
        timer.submit(() -> timer.schedule(() -> 3, 200, TimeUnit.MILLISECONDS));
    Future<Integer> elsewhere =
        timer.submit(() -> other.schedule(() -> 4, 200, TimeUnit.MILLISECONDS).get());
    System.out.println(timed.get() + left.get().get() + elsewhere.get());
    Stage.longPause();
    Pools.end(timer, other);
  }
}
