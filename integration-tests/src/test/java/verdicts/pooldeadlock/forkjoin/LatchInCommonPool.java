package verdicts.pooldeadlock.forkjoin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** All workers of the common pool wait in a latch, and what counts it down is queued behind. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = {"ForkJoinPool.commonPool-worker-1", "ForkJoinPool.commonPool-worker-2"},
    pools = "ForkJoinPool.commonPool",
    flags = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2")
public final class LatchInCommonPool {
  public static void main(String[] args) {
    CountDownLatch latch = new CountDownLatch(1);
    Meeting meeting = new Meeting(3);
    for (int i = 0; i < 2; i++) {
      CompletableFuture.runAsync(
          () -> {
            meeting.meet();
            try {
              latch.await(); // waits
            } catch (InterruptedException stopped) {
              throw new IllegalStateException(stopped);
            }
          });
    }
    meeting.meet();
    CompletableFuture.runAsync(latch::countDown);
    Stage.stuckNamed("ForkJoinPool.commonPool-worker-1", "ForkJoinPool.commonPool-worker-2");
  }
}
