package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Body;
import verdicts.Stage;
import verdicts.Verdict;

/** The same in the wrapper of a single-threaded timer, which a task uses as a plain pool. */
@Verdict(kind = "pool-deadlock", threads = "pool-1-thread-1", pools = "pool-1")
public final class ScheduledSingle {
  public static void main(String[] args) {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    timer.scheduleAtFixedRate(
        Body.task(() -> timer.submit(() -> System.out.println("never")).get()), // waits
        0,
        10,
        TimeUnit.MILLISECONDS);
    Stage.stuckNamed("pool-1-thread-1");
  }
}
