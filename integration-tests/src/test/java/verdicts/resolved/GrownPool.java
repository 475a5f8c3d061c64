package verdicts.resolved;

import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** An operator gives a stuck pool one more thread, and all is well. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"small-1", "small-2"},
    pools = "small",
    needs = 3,
    resolved = true)
public final class GrownPool {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("small", 2);
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return pool.submit(() -> "child").get(); // waits
          });
    }
    Stage.stuckNamed("small-1", "small-2");
    pool.setMaximumPoolSize(3);
    pool.setCorePoolSize(3);
    Pools.end(pool);
    Stage.say("RESOLVED");
  }
}
