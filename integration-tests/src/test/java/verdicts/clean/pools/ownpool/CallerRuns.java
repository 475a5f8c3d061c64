package verdicts.clean.pools.ownpool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** No queue at all: a task finds a free worker, or its submitter runs it. */
@Clean
public final class CallerRuns {
  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        new ThreadPoolExecutor(
            2,
            2,
            0,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Pools.named("helpful"),
            new ThreadPoolExecutor.CallerRunsPolicy());
    AtomicInteger sum = new AtomicInteger();
    Callable<Integer> child =
        () -> {
          Stage.sleep(50);
          return sum.incrementAndGet();
        };
    List<Future<Integer>> parents = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      parents.add(pool.submit(() -> pool.submit(child).get()));
    }
    for (Future<Integer> parent : parents) {
      parent.get();
    }
    Pools.end(pool);
    System.out.println(sum);
  }
}
