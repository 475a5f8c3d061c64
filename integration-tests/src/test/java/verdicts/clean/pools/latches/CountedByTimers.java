package verdicts.clean.pools.latches;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Workers wait for latches that timers count down: one of the old kind and a scheduled pool. */
@Clean
public final class CountedByTimers {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("waiting", 2);
    ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
    Timer timer = new Timer("alarm", true);
    CountDownLatch one = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    CompletableFuture<String> future = new CompletableFuture<>();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            one.countDown();
          }
        },
        Stage.BEYOND_PATIENCE_MILLIS);
    scheduled.schedule(other::countDown, Stage.BEYOND_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    scheduled.schedule(
        () -> future.complete("done"), Stage.BEYOND_PATIENCE_MILLIS + 500, TimeUnit.MILLISECONDS);
    Callable<String> waiting =
        () -> {
          one.await();
          other.await();
          return future.get();
        };
    Future<String> first = pool.submit(waiting);
    Future<String> second = pool.submit(waiting);
    Future<String> third = pool.submit(waiting);
    System.out.println(first.get() + second.get() + third.get());
    Pools.end(pool, scheduled);
  }
}
