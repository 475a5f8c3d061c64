package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.standstill.jvm.Threads;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForkJoinReaderTest {
  private ForkJoinPool pool;

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void isFullOnceAllItsParallelismIsTaken() throws Exception {
    pool = new ForkJoinPool(2);
    try (Held held = Held.by(pool, 2)) {
      for (int i = 0; i < 3; i++) {
        pool.submit(held);
      }

      Pool seen = Held.await(pool, read -> read.complete() && read.size() == 2);

      assertEquals(3, seen.queued().size());
      assertEquals(2, seen.workers().size());
      assertEquals(Growth.NONE, seen.growth());
    }
  }

  @Test
  void mayGrowBelowItsParallelism() throws Exception {
    pool = new ForkJoinPool(4);
    try (Held held = Held.by(pool, 1)) {
      assertEquals(Growth.ANY_TIME, held.read(pool).growth());
    }
  }

  @Test
  void anIdleWorkerMayTakeWhatComes() throws Exception {
    pool = new ForkJoinPool(1);
    pool.submit(() -> "done").get();

    assertEquals(1, Held.await(pool, read -> read.growth() == Growth.ANY_TIME).size());
  }

  @Test
  void aWorkerThatStandsInForOneThatWaitsIsOneMore() throws Exception {
    pool = new ForkJoinPool(1);
    Held managed = Held.by(body -> pool.execute(() -> block(body)), 1);
    Held plain = Held.by(pool, 1);

    Pool seen = Held.await(pool, read -> read.complete() && read.size() == 2);

    assertEquals(2, seen.workers().size());
    assertEquals(Growth.NONE, seen.growth());
    plain.close();
    managed.close();
  }

  private static void block(Runnable body) {
    try {
      ForkJoinPool.managedBlock(
          new ForkJoinPool.ManagedBlocker() {
            @Override
            public boolean block() {
              body.run();
              return true;
            }

            @Override
            public boolean isReleasable() {
              return false;
            }
          });
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void knowsTheFuturesInsideItsTasks() throws Exception {
    pool = new ForkJoinPool(1);
    try (Held held = Held.by(pool, 1)) {
      FutureTask<String> plain = new FutureTask<>(() -> "never");
      pool.execute(plain);
      ForkJoinTask<?> submitted = pool.submit(held);

      Pools pools = Pools.of(Threads.all());

      assertSame(pool, pools.queueing(plain).executor());
      assertSame(pool, pools.queueing(submitted).executor());
    }
  }
}
