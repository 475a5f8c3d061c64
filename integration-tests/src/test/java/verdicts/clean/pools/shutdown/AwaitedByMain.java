package verdicts.clean.pools.shutdown;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Main waits without end for pools to end, and for a thread that ends them late. */
@Clean
public final class AwaitedByMain {
  public static void main(String[] args) throws Exception {
    ExecutorService fixed = Pools.fixed("fixed", 2);
    ForkJoinPool fork = Pools.forkJoin("fork", 2);
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    AtomicInteger ticks = new AtomicInteger();
    timer.scheduleAtFixedRate(ticks::incrementAndGet, 0, 100, TimeUnit.MILLISECONDS);
    fixed.execute(() -> ticks.incrementAndGet());
    fork.execute(() -> ticks.incrementAndGet());
    Stage.start(
        "ending",
        () -> {
          Stage.longPause();
          fixed.shutdown();
          fork.shutdown();
          timer.shutdown();
        });
    boolean ended =
        fixed.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS)
            && fork.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS)
            && timer.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
    System.out.println(ended + " " + (ticks.get() > 10));
  }
}
