package verdicts.clean.pools.ownpool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * Workers wait for future tasks that a plain thread runs, not their pool, though it has a queue.
 */
@Clean
public final class FutureTaskElsewhere {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("plain", 2);
    List<Future<String>> results = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      results.add(
          pool.submit(
              () -> {
                FutureTask<String> task =
                    new FutureTask<>(
                        () -> {
                          Stage.sleep(1_000);
                          return "done";
                        });
                new Thread(task, "runner").start();
                return task.get();
              }));
    }
    for (Future<String> result : results) {
      System.out.println(result.get());
    }
    Pools.end(pool);
  }
}
