package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkerLimitTest {
  private static final RejectedExecutionHandler ABORT = new ThreadPoolExecutor.AbortPolicy();
  private static final RejectedExecutionHandler CALLER_RUNS =
      new ThreadPoolExecutor.CallerRunsPolicy();

  /** A queue of the application's own. */
  private static final class OwnQueue extends LinkedBlockingQueue<Runnable> {
    private static final long serialVersionUID = 1;
  }

  private static int limit(
      int core, int max, BlockingQueue<Runnable> queue, RejectedExecutionHandler handler) {
    return WorkerLimit.of(new ThreadPoolExecutor(core, max, 1, TimeUnit.SECONDS, queue, handler));
  }

  @Test
  void isTheCoreSizeIfTheQueueTakesAll() {
    assertEquals(4, limit(4, 4, new LinkedBlockingQueue<>(), ABORT));
    assertEquals(2, limit(2, 9, new PriorityBlockingQueue<>(), ABORT));
    assertEquals(1, limit(0, 9, new LinkedBlockingQueue<>(), ABORT));
    assertEquals(3, limit(3, 3, new LinkedBlockingQueue<>(), (task, pool) -> task.run()));
  }

  @Test
  void isTheMaximumIfThePoolIsFixed() {
    assertEquals(3, limit(3, 3, new ArrayBlockingQueue<>(5), ABORT));
  }

  @Test
  void isNoneIfThePoolMayStillGrow() {
    assertEquals(0, limit(1, 3, new ArrayBlockingQueue<>(5), ABORT));
    assertEquals(0, limit(1, 3, new OwnQueue(), ABORT));
    assertEquals(0, limit(3, 3, new OwnQueue(), ABORT));
  }

  @Test
  void isTheMaximumOnceThePoolHasGrown() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new OwnQueue(), ABORT);
    try {
      pool.prestartAllCoreThreads();
      assertEquals(2, WorkerLimit.of(pool));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void isNoneIfNothingWaitsInTheQueue() {
    assertEquals(0, limit(3, 3, new SynchronousQueue<>(), ABORT));
    assertEquals(0, limit(0, Integer.MAX_VALUE, new SynchronousQueue<>(), ABORT));
  }

  @Test
  void isNoneIfWhoSubmitsMayRunTheTask() {
    assertEquals(0, limit(3, 3, new ArrayBlockingQueue<>(5), CALLER_RUNS));
    assertEquals(0, limit(3, 3, new ArrayBlockingQueue<>(5), (task, pool) -> task.run()));
  }

  @Test
  void isNoneForOtherExecutors() {
    assertEquals(0, WorkerLimit.of(ForkJoinPool.commonPool()));
  }
}
