package verdicts.clean.pools.ownpool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Who waits for queued tasks takes them out of the queue and runs them itself. */
@Clean
public final class HelpsItself {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = Pools.fixed("drain", 1);
    Future<Integer> total =
        pool.submit(
            () -> {
              List<FutureTask<Integer>> children = new ArrayList<>();
              for (int i = 0; i < 10; i++) {
                FutureTask<Integer> child =
                    new FutureTask<>(
                        () -> {
                          Stage.sleep(150);
                          return 1;
                        });
                children.add(child);
                pool.execute(child);
              }
              int sum = 0;
              for (FutureTask<Integer> child : children) {
                if (pool.remove(child)) {
                  child.run();
                }
                sum += child.get();
              }
              return sum;
            });
    System.out.println(total.get());
    Pools.end(pool);
  }
}
