package verdicts.pooldeadlock.forkjoin;

import java.util.concurrent.ForkJoinPool;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A thread holds a monitor and waits for a task of a fork-join pool whose workers want it. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = {"boss", "fork-1", "fork-2"},
    pools = "fork")
public final class ForkJoinAndMonitor {
  public static void main(String[] args) {
    ForkJoinPool pool = Pools.forkJoin("fork", 2);
    Object monitor = new Object();
    Meeting meeting = new Meeting(3);
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                pool.submit(() -> System.out.println("never")).get(); // waits
              }
            });
    for (int i = 0; i < 2; i++) {
      pool.execute(
          () -> {
            meeting.meet();
            synchronized (monitor) { // waits
              System.out.println("never");
            }
          });
    }
    Stage.stuck(boss, Stage.named("fork-1"), Stage.named("fork-2"));
  }
}
