package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import verdicts.Body;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A future task that the program made itself and queued with {@code execute}. */
@Verdict(kind = "pool-deadlock", threads = "plain-1", pools = "plain")
public final class BareFutureTask {
  public static void main(String[] args) {
    Executor pool = Pools.fixed("plain", 1);
    pool.execute(
        Body.task(
            () -> {
              FutureTask<String> task = new FutureTask<>(() -> "never");
              pool.execute(task);
              System.out.println(task.get()); // waits
            }));
    Stage.stuckNamed("plain-1");
  }
}
