package verdicts.poolselfwait;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker of a scheduled pool joins a stage of the same pool. */
@Verdict(kind = "pool-self-wait", certainty = "possible", pools = "timer", tasks = "one")
public final class LuckyScheduledStage {
  private static int one() {
    Stage.sleep(300);
    return 1;
  }

  public static void main(String[] args) throws Exception {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(2, Pools.named("timer"));
    System.out.println(
        timer
            .submit(
                () ->
                    CompletableFuture.supplyAsync(LuckyScheduledStage::one, timer)
                        .thenApply(one -> one + 1)
                        .join()) // waits
            .get());
    Stage.stuck();
  }
}
