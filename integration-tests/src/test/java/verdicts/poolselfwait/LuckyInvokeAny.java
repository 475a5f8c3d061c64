package verdicts.poolselfwait;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker asks its own pool for the first of three answers, while the rest of it is idle. */
@Verdict(kind = "pool-self-wait", certainty = "possible", pools = "lucky")
public final class LuckyInvokeAny {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lucky", 4);
    Callable<Integer> answer =
        () -> {
          Stage.sleep(500);
          return 1;
        };
    System.out.println(
        pool.submit(() -> pool.invokeAny(List.of(answer, answer, answer))).get()); // waits
    Stage.stuck();
  }
}
