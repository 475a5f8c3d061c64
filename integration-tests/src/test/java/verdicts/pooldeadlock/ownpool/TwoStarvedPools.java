package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two pools starve themselves, and know nothing of each other: two findings. */
@Verdict(kind = "pool-deadlock", threads = "one-1", pools = "one", waitingBehind = 0)
@Verdict(
    kind = "pool-deadlock",
    threads = {"two-1", "two-2"},
    pools = "two",
    waitingBehind = 1)
public final class TwoStarvedPools {
  private static void starve(ExecutorService pool, int size, Meeting meeting) {
    for (int i = 0; i < size; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return pool.submit(() -> System.out.println("never")).get(); // waits
          });
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(4);
    ExecutorService one = Pools.fixed("one", 1);
    ExecutorService two = Pools.fixed("two", 2);
    starve(one, 1, meeting);
    starve(two, 2, meeting);
    Future<?> queued = two.submit(() -> System.out.println("never"));
    Stage.awaitRest(Stage.start("guest", () -> queued.get()));
    meeting.meet();
    Stage.stuckNamed("one-1", "two-1", "two-2");
  }
}
