package hangs;

import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Stage;

/** Guava: a task of an executor that runs one at a time waits for the next one. */
public final class GuavaSequential {
  public static void main(String[] args) {
    AtomicInteger count = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            4, task -> new Thread(task, "lane-" + count.incrementAndGet()));
    Executor sequence = MoreExecutors.newSequentialExecutor(pool);
    sequence.execute(() -> CompletableFuture.supplyAsync(() -> "never", sequence).join());
    Stage.stuckNamed("lane-1");
  }
}
