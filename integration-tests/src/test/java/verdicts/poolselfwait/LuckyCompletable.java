package verdicts.poolselfwait;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The same with a joined stage, a hundred times: one finding, not a hundred. */
@Verdict(kind = "pool-self-wait", certainty = "possible", pools = "lucky")
public final class LuckyCompletable {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lucky", 3);
    int sum = 0;
    for (int i = 0; i < 100; i++) {
      sum +=
          CompletableFuture.supplyAsync(
                  () ->
                      CompletableFuture.supplyAsync(
                              () -> {
                                Stage.sleep(2);
                                return 1;
                              },
                              pool)
                          .join(), // waits
                  pool)
              .join();
    }
    System.out.println(sum);
    Stage.stuck();
  }
}
