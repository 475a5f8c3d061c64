package verdicts.pooldeadlock.crosspool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * The workers of a pool are stuck in a plain deadlock, and tasks wait behind them: the cause is the
 * deadlock, not the pool.
 */
@Verdict(
    threads = {"clerk-1", "clerk-2"},
    waitingBehind = 1)
public final class DeadlockInPool {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("clerk", 2);
    Object left = new Object();
    Object right = new Object();
    Meeting meeting = new Meeting(3);
    pool.execute(() -> cross(left, right, meeting));
    pool.execute(() -> cross(right, left, meeting));
    Future<?> queued = pool.submit(() -> System.out.println("never"));
    Stage.awaitRest(Stage.start("guest", () -> queued.get()));
    meeting.meet();
    Stage.stuckNamed("clerk-1", "clerk-2");
  }

  private static void cross(Object first, Object second, Meeting meeting) {
    synchronized (first) { // holds
      meeting.meet();
      synchronized (second) { // waits
        System.out.println("never");
      }
    }
  }
}
