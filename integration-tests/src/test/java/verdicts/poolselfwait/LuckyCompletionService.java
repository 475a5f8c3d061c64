package verdicts.poolselfwait;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker takes the results of parts that it has handed to its own pool, as they come. */
@Verdict(
    kind = "pool-self-wait",
    certainty = "possible",
    pools = "lucky",
    summary = "1 of 3 workers",
    tasks = "LuckyCompletionService.sum(LuckyCompletionService.java:21)")
public final class LuckyCompletionService {
  private static int sum(ExecutorService pool) throws Exception {
    CompletionService<Integer> parts = new ExecutorCompletionService<>(pool);
    for (int i = 0; i < 4; i++) {
      parts.submit(LuckyCompletionService::one);
    }
    int sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += parts.take().get(); // waits
    }
    return sum;
  }

  private static int one() {
    Stage.sleep(300);
    return 1;
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lucky", 3);
    System.out.println(pool.submit(() -> sum(pool)).get());
    Stage.stuck();
  }
}
