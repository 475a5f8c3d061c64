package verdicts.poolselfwait;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** One of two workers waits for a task of its own pool, and the other worker soon comes free. */
@Verdict(kind = "pool-self-wait", certainty = "possible", pools = "lucky")
public final class LuckyFuture {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lucky", 2);
    pool.submit(() -> Stage.awaitRest(Stage.named("lucky-2")));
    System.out.println(
        pool.submit(
                () -> {
                  Future<String> child =
                      pool.submit(
                          () -> {
                            Stage.sleep(1_500);
                            return "in time";
                          });
                  return child.get(); // waits
                })
            .get());
    Stage.stuck();
  }
}
