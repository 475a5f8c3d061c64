package verdicts.clean.pools.churn;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Tasks that throw: workers die and are replaced, futures tell, stages fail, periods end. */
@Clean
public final class FailingTasks {
  private static String cause(Callable<?> action) throws Exception {
    try {
      return "none: " + action.call();
    } catch (ExecutionException | CompletionException failed) {
      return failed.getCause().getMessage();
    }
  }

  public static void main(String[] args) throws Exception {
    AtomicInteger uncaught = new AtomicInteger();
    AtomicInteger workers = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            2,
            task -> {
              workers.incrementAndGet();
              Thread worker = new Thread(task);
              worker.setUncaughtExceptionHandler((thread, failure) -> uncaught.incrementAndGet());
              return worker;
            });
    Runnable failing =
        () -> {
          throw new IllegalStateException("no luck");
        };
    for (int i = 0; i < 500; i++) {
      pool.execute(failing);
    }
    System.out.println(cause(() -> pool.submit(failing).get()));
    System.out.println(cause(() -> CompletableFuture.runAsync(failing, pool).join()));
    System.out.println(
        cause(() -> CompletableFuture.supplyAsync(() -> 1, pool).thenRun(failing).get()));
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    System.out.println(
        cause(() -> timer.scheduleAtFixedRate(failing, 1, 1, TimeUnit.MILLISECONDS).get()));
    Stage.longPause();
    Pools.end(pool, timer);
    System.out.println(uncaught + " " + (workers.get() > 400));
  }
}
