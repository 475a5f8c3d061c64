package verdicts.pooldeadlock.forkjoin;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Fork-join workers do not help in a latch: both wait, and what counts it down is queued. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = {"fork-1", "fork-2"},
    pools = "fork")
public final class LatchInForkJoin {
  public static void main(String[] args) {
    ForkJoinPool pool = Pools.forkJoin("fork", 2);
    CountDownLatch latch = new CountDownLatch(1);
    Meeting meeting = new Meeting(3);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            latch.await(); // waits
            return latch;
          });
    }
    meeting.meet();
    pool.submit(() -> latch.countDown());
    Stage.stuckNamed("fork-1", "fork-2");
  }
}
