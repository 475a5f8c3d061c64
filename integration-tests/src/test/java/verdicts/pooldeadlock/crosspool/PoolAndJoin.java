package verdicts.pooldeadlock.crosspool;

import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker joins a thread that waits for a task behind that worker. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"helper", "worker-1"},
    pools = "worker")
public final class PoolAndJoin {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("worker", 1);
    Meeting meeting = new Meeting(2);
    Thread helper =
        Stage.start(
            "helper",
            () -> {
              meeting.meet();
              pool.submit(() -> System.out.println("never")).get(); // waits
            });
    pool.submit(
        () -> {
          meeting.meet();
          helper.join(); // waits
          return null;
        });
    Stage.stuck(helper, Stage.named("worker-1"));
  }
}
