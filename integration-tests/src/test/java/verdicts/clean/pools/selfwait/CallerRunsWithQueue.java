package verdicts.clean.pools.selfwait;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Workers wait for their own pool, whose submitters run themselves what does not fit. */
@Clean
public final class CallerRunsWithQueue {
  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        new ThreadPoolExecutor(
            2,
            2,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Pools.named("helpful"),
            new ThreadPoolExecutor.CallerRunsPolicy());
    Future<Integer> parent =
        pool.submit(
            () -> {
              List<Future<?>> children = new ArrayList<>();
              for (int i = 0; i < 8; i++) {
                children.add(pool.submit(() -> Stage.sleep(200)));
              }
              for (Future<?> child : children) {
                child.get();
              }
              return children.size();
            });
    System.out.println(parent.get());
    Stage.longPause();
    Pools.end(pool);
  }
}
