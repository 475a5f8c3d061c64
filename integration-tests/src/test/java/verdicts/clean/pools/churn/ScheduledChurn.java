package verdicts.clean.pools.churn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;

/**
 * Thousands of scheduled tasks: run, repeated, cancelled in the queue and by themselves, left in a
 * pool that is shut down at once; and bulk calls that run out of time or are interrupted.
 */
@Clean
public final class ScheduledChurn {
  private static int wrong;

  private static void check(boolean right) {
    wrong += right ? 0 : 1;
  }

  private static void cancelledAndRepeated(ScheduledThreadPoolExecutor pool) throws Exception {
    AtomicInteger ran = new AtomicInteger();
    List<ScheduledFuture<?>> late = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      late.add(pool.schedule(ran::incrementAndGet, 1, TimeUnit.HOURS));
      check(pool.schedule(ran::incrementAndGet, i % 3, TimeUnit.MICROSECONDS).get() > 0);
    }
    for (ScheduledFuture<?> task : late) {
      check(task.cancel(true) && task.isCancelled() && task.isDone());
    }
    check(pool.getQueue().isEmpty() && ran.get() == 2_000);
    CountDownLatch turns = new CountDownLatch(500);
    ScheduledFuture<?> period =
        pool.scheduleAtFixedRate(turns::countDown, 0, 10, TimeUnit.MICROSECONDS);
    turns.await();
    period.cancel(false);
    try {
      period.get();
      check(false);
    } catch (CancellationException stopped) {
      check(period.isDone());
    }
  }

  private static void bulk(ScheduledThreadPoolExecutor pool) throws Exception {
    Callable<Integer> never =
        () -> {
          new CountDownLatch(1).await();
          return 0;
        };
    for (int i = 0; i < 200; i++) {
      check(pool.invokeAny(List.of(never, () -> 1)) == 1);
      for (Future<Integer> task :
          pool.invokeAll(Collections.nCopies(3, never), 1, TimeUnit.MILLISECONDS)) {
        check(task.isCancelled());
      }
      Thread.currentThread().interrupt();
      try {
        pool.invokeAll(Collections.nCopies(3, never));
        check(false);
      } catch (InterruptedException expected) {
        check(!Thread.interrupted());
      }
    }
  }

  private static void shutDown() throws Exception {
    for (int i = 0; i < 200; i++) {
      ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(2, Pools.named("short"));
      AtomicInteger ran = new AtomicInteger();
      for (int task = 0; task < 20; task++) {
        pool.schedule(ran::incrementAndGet, task % 2 == 0 ? 0 : 3_600, TimeUnit.SECONDS);
      }
      int left = i % 2 == 0 ? pool.shutdownNow().size() : 10;
      pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
      Pools.end(pool);
      check(i % 2 == 1 || left >= 10 && ran.get() + left <= 20);
      check(pool.getQueue().isEmpty());
    }
  }

  public static void main(String[] args) throws Exception {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(4, Pools.named("clock"));
    pool.setRemoveOnCancelPolicy(true);
    cancelledAndRepeated(pool);
    bulk(pool);
    shutDown();
    Pools.end(pool);
    System.out.println(wrong + " wrong");
  }
}
