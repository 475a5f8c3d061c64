package verdicts.pooldeadlock.shutdown;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A thread ends a pool under a lock that a worker still needs to finish. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"stopper", "saver-1"},
    pools = "saver")
public final class ShutdownUnderLock {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("saver", 1);
    Object state = new Object();
    Meeting meeting = new Meeting(2);
    pool.execute(
        () -> {
          meeting.meet();
          synchronized (state) { // waits
            System.out.println("never");
          }
        });
    Thread stopper =
        Stage.start(
            "stopper",
            () -> {
              synchronized (state) { // holds
                meeting.meet();
                pool.shutdown();
                pool.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS); // waits
              }
            });
    Stage.stuck(stopper, Stage.named("saver-1"));
  }
}
