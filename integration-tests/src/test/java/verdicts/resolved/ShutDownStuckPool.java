package verdicts.resolved;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two pools in a ring; one of them is shut down at once, which interrupts its worker. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"left-1", "right-1"},
    pools = {"left", "right"},
    resolved = true)
public final class ShutDownStuckPool {
  public static void main(String[] args) throws Exception {
    ExecutorService left = Pools.fixed("left", 1);
    ExecutorService right = Pools.fixed("right", 1);
    Future<?> outer =
        left.submit(() -> right.submit(() -> left.submit(() -> "inner").get()).get()); // waits
    Stage.stuckNamed("left-1", "right-1");
    right.shutdownNow();
    try {
      outer.get();
    } catch (ExecutionException interrupted) {
      Pools.end(left, right);
    }
    Stage.say("RESOLVED");
  }
}
