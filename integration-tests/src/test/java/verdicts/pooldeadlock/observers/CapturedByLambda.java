package verdicts.pooldeadlock.observers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The observer is a lambda that opens a latch, and the task waits in a queue of delayed tasks. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "timer-1",
    pools = "timer",
    needs = 2)
public final class CapturedByLambda {
  public static void main(String[] args) {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, Pools.named("timer"));
    pool.submit(
        () -> {
          CountDownLatch done = new CountDownLatch(1);
          Source.of(() -> 20).on(pool).map(n -> n + 1).subscribe(n -> done.countDown());
          done.await();
          return null;
        });
    Stage.stuckNamed("timer-1");
  }
}
