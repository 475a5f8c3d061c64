package verdicts.clean.pools.starvation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Workers with nothing to do for long: the threshold passes, and nobody starves. */
@Clean(options = "pool-threshold=1s")
public final class IdleForEver {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor fixed = Pools.fixed("idle", 3);
    fixed.prestartAllCoreThreads();
    ForkJoinPool fork = Pools.forkJoin("fork", 2);
    ExecutorService cached = Executors.newCachedThreadPool();
    System.out.println(
        fixed.submit(() -> 1).get() + fork.submit(() -> 1).get() + cached.submit(() -> 1).get());
    Stage.longPause();
    Stage.longPause();
    Pools.end(fixed, fork, cached);
  }
}
