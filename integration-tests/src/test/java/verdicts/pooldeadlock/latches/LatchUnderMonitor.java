package verdicts.pooldeadlock.latches;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * Whoever holds the monitor waits for a latch; a queued task would count it down, but the only
 * worker wants the monitor first.
 */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = {"holder", "worker-1"},
    pools = "worker")
public final class LatchUnderMonitor {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("worker", 1);
    Object monitor = new Object();
    CountDownLatch done = new CountDownLatch(1);
    Meeting meeting = new Meeting(2);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                done.await(); // waits
              }
            });
    pool.submit(
        () -> {
          meeting.meet();
          synchronized (monitor) { // waits
            System.out.println("never");
          }
        });
    pool.submit(() -> done.countDown());
    Stage.stuck(holder, Stage.named("worker-1"));
  }
}
