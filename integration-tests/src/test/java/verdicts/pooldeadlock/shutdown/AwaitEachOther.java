package verdicts.pooldeadlock.shutdown;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two pools are shut down, each by a worker of the other, who stays until it has ended. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"left-1", "right-1"},
    pools = {"left", "right"})
public final class AwaitEachOther {
  private static final Meeting meeting = new Meeting(2);

  private static void stopFrom(ExecutorService from, ExecutorService other) {
    from.submit(
        () -> {
          meeting.meet();
          other.shutdown();
          return other.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS); // waits
        });
  }

  public static void main(String[] args) {
    ExecutorService left = Pools.fixed("left", 1);
    ExecutorService right = Pools.fixed("right", 1);
    stopFrom(left, right);
    stopFrom(right, left);
    Stage.stuckNamed("left-1", "right-1");
  }
}
