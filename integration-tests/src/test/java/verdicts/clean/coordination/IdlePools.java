package verdicts.clean.coordination;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Stage;

/** Pools whose workers have nothing to do for two seconds. */
@Clean
public final class IdlePools {
  public static void main(String[] args) throws Exception {
    ExecutorService fixed = Executors.newFixedThreadPool(4);
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    AtomicInteger sum = new AtomicInteger();
    for (int i = 0; i < 100; i++) {
      fixed.execute(sum::incrementAndGet);
      timer.schedule(sum::incrementAndGet, i * 10, TimeUnit.MILLISECONDS);
    }
    Future<Integer> late = timer.schedule(() -> 1, Stage.LONG_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    sum.addAndGet(late.get());
    sum.addAndGet(
        CompletableFuture.supplyAsync(() -> 1)
            .thenCombine(CompletableFuture.supplyAsync(() -> 2), Integer::sum)
            .join());
    fixed.shutdown();
    timer.shutdown();
    System.out.println(fixed.awaitTermination(5, TimeUnit.SECONDS) + " " + sum);
  }
}
