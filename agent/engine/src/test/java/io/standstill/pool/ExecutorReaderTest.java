package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.jvm.Threads;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExecutorReaderTest {
  private ThreadPoolExecutor pool;

  private ThreadPoolExecutor pool(int core, int max, BlockingQueue<Runnable> queue) {
    pool = new ThreadPoolExecutor(core, max, 1, TimeUnit.MINUTES, queue);
    return pool;
  }

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void readsWorkersAndQueue() throws Exception {
    pool(2, 2, new LinkedBlockingQueue<>());
    try (Held held = Held.by(pool, 2)) {
      Future<?> first = pool.submit(held);
      Future<?> second = pool.submit(held);

      Pool seen = held.read(pool);

      assertEquals(List.of(first, second), seen.queued());
      assertEquals(2, seen.workers().size());
      assertEquals(2, seen.size());
      assertEquals(2, seen.max());
      assertTrue(seen.complete());
      assertEquals(Growth.NONE, seen.growth());
      assertTrue(seen.name().matches("pool-\\d+"), seen.name());
    }
  }

  @Test
  void knowsWhichPoolQueuesTheTaskOfAFuture() throws Exception {
    pool(1, 1, new LinkedBlockingQueue<>());
    try (Held held = Held.by(pool, 1)) {
      Future<?> future = pool.submit(held);

      Pools pools = Pools.of(Threads.all());

      assertSame(pool, pools.queueing(future).executor());
      assertNull(pools.queueing(new Object()));
    }
  }

  @Test
  void growsOnlyIfMoreIsSubmitted() throws Exception {
    pool(1, 3, new ArrayBlockingQueue<>(5));
    try (Held held = Held.by(pool, 1)) {
      assertEquals(Growth.BY_SUBMISSION, held.read(pool).growth());
    }
  }

  @Test
  void neverGrowsBeyondItsCoreIfTheQueueTakesAll() throws Exception {
    pool(1, 3, new LinkedBlockingQueue<>());
    try (Held held = Held.by(pool, 1)) {
      assertEquals(Growth.NONE, held.read(pool).growth());
    }
  }

  @Test
  void findsTheWorkerInsideTheLambdaOfAThreadFactory() throws Exception {
    pool(1, 1, new LinkedBlockingQueue<>());
    String greeting = "hello";
    pool.setThreadFactory(
        task -> {
          Runnable logged =
              () -> {
                greeting.length();
                task.run();
              };
          return new Thread(() -> logged.run(), "wrapped-1");
        });
    try (Held held = Held.by(pool, 1)) {
      assertEquals("wrapped", held.read(pool).name());
    }
  }

  @Test
  void namesWhatThoseParkOnWhoAwaitTheEnd() throws Exception {
    pool(1, 1, new LinkedBlockingQueue<>());
    try (Held held = Held.by(pool, 1)) {
      Thread waiter =
          new Thread(
              () -> {
                try {
                  pool.awaitTermination(1, TimeUnit.HOURS);
                } catch (InterruptedException stopped) {
                  return;
                }
              });
      waiter.setDaemon(true);
      waiter.start();
      while (LockSupport.getBlocker(waiter) == null) {
        Thread.onSpinWait();
      }
      Object parkedOn = LockSupport.getBlocker(waiter);

      assertSame(pool, held.read(pool).executor());
      assertTrue(Pools.terminations(Threads.all()).contains(parkedOn));
      assertSame(pool, Pools.of(Threads.all()).endingWith(parkedOn).executor());
      waiter.interrupt();
    }
  }

  @Test
  void readsScheduledPools() throws Exception {
    ScheduledThreadPoolExecutor scheduled = new ScheduledThreadPoolExecutor(1);
    pool = scheduled;
    try (Held held = Held.by(pool, 1)) {
      Future<?> later = scheduled.schedule(held, 1, TimeUnit.HOURS);

      Pool seen = held.read(pool);

      assertEquals(List.of(later), seen.queued());
      assertEquals(Growth.NONE, seen.growth());
    }
  }
}
