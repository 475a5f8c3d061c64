package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import verdicts.Body;
import verdicts.Stage;
import verdicts.Verdict;

/** The wrapper that a single-thread executor comes in: the pool inside is the same. */
@Verdict(kind = "pool-deadlock", threads = "pool-1-thread-1", pools = "pool-1", needs = 2)
public final class SingleThread {
  public static void main(String[] args) {
    ExecutorService events = Executors.newSingleThreadExecutor();
    events.execute(
        Body.task(
            () -> {
              Future<?> handled = events.submit(() -> System.out.println("never"));
              handled.get(); // waits
            }));
    Stage.stuckNamed("pool-1-thread-1");
  }
}
