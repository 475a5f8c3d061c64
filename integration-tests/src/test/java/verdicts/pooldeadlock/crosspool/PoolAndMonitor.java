package verdicts.pooldeadlock.crosspool;

import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * Main holds a monitor and waits for a task; the only worker that could run it wants the monitor.
 */
@Verdict(
    kind = "pool-deadlock",
    threads = {"boss", "worker-1"},
    pools = "worker")
public final class PoolAndMonitor {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("worker", 1);
    Object monitor = new Object();
    Meeting meeting = new Meeting(2);
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                pool.submit(() -> System.out.println("never")).get(); // waits
              }
            });
    pool.execute(
        () -> {
          meeting.meet();
          synchronized (monitor) { // waits
            System.out.println("never");
          }
        });
    Stage.stuck(boss, Stage.named("worker-1"));
  }
}
