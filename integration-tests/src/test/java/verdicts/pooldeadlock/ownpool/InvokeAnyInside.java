package verdicts.pooldeadlock.ownpool;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker asks its own pool for any of three answers. Nobody is free to give one. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = "oracle-1",
    pools = "oracle",
    tasks = "InvokeAnyInside.java:25")
public final class InvokeAnyInside {
  public static void main(String[] args) {
    ExecutorService oracle = Pools.fixed("oracle", 1);
    Callable<String> answer =
        () -> {
          System.out.println("never");
          return "perhaps";
        };
    oracle.submit(() -> oracle.invokeAny(List.of(answer, answer, answer))); // waits
    Stage.stuckNamed("oracle-1");
  }
}
