package verdicts.clean.pools.ownpool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Pools of every kind wait for another pool, once each, and for long. */
@Clean
public final class ManyKindsOfPools {
  public static void main(String[] args) throws Exception {
    ExecutorService slow = Pools.fixed("slow", 1);
    Future<Integer> one =
        slow.submit(
            () -> {
              Stage.longPause();
              return 1;
            });
    ThreadFactory named = Pools.named("various");
    ExecutorService[] pools = {
      Executors.newSingleThreadExecutor(),
      Executors.unconfigurableExecutorService(Pools.fixed("sealed", 1)),
      Executors.newScheduledThreadPool(1),
      Executors.newSingleThreadScheduledExecutor(worker -> named.newThread(() -> worker.run())),
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(10)),
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingDeque<>(), named),
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(3, (a, b) -> 0), named),
      new ThreadPoolExecutor(1, 4, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(10)) {
        @Override
        protected void afterExecute(Runnable task, Throwable failure) {
          super.afterExecute(task, failure);
        }
      }
    };
    List<Future<Integer>> results = new ArrayList<>();
    for (ExecutorService pool : pools) {
      for (int i = 0; i < 3; i++) {
        results.add(pool.submit(() -> one.get()));
      }
    }
    int sum = 0;
    for (Future<Integer> result : results) {
      sum += result.get();
    }
    System.out.println(sum);
    Pools.end(pools);
    Pools.end(slow);
  }
}
