package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A pool that its users cannot change, wrapped by the JDK. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"sealed-1", "sealed-2"},
    pools = "sealed")
public final class Unconfigurable {
  public static void main(String[] args) {
    ExecutorService pool = Executors.unconfigurableExecutorService(Pools.fixed("sealed", 2));
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return pool.submit(() -> System.out.println("never")).get(); // waits
          });
    }
    Stage.stuckNamed("sealed-1", "sealed-2");
  }
}
