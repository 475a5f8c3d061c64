package verdicts.pooldeadlock.latches;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * One worker waits under a monitor for a latch of two. One count would come from the other worker,
 * which wants the monitor first, and one from a task that waits for any of the two.
 */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = {"pair-1", "pair-2"},
    pools = "pair",
    summary = "wait for 1 task queued in pair and each other")
public final class RunningAndQueued {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("pair", 2);
    Object monitor = new Object();
    CountDownLatch done = new CountDownLatch(2);
    Meeting meeting = new Meeting(2);
    pool.submit(
        () -> {
          synchronized (monitor) { // holds
            meeting.meet();
            done.await(); // waits
          }
          return "never";
        });
    pool.submit(
        () -> {
          meeting.meet();
          synchronized (monitor) { // waits
            System.out.println("never");
          }
          done.countDown();
        });
    pool.submit(() -> done.countDown());
    Stage.stuckNamed("pair-1", "pair-2");
  }
}
