package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.standstill.jvm.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Tasks that keep the workers of a pool until they are let go. */
final class Held implements Runnable, AutoCloseable {
  private static final int SECONDS = 20;
  private final CountDownLatch open = new CountDownLatch(1);

  /** Gives a pool so many tasks, and returns once all of them run. */
  static Held by(Executor pool, int tasks) throws InterruptedException {
    Held held = new Held();
    CountDownLatch running = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      pool.execute(
          () -> {
            running.countDown();
            held.run();
          });
    }
    assertTrue(running.await(SECONDS, TimeUnit.SECONDS), "not all run");
    return held;
  }

  /** Waits, as one more task. */
  @Override
  public void run() {
    try {
      open.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open.countDown();
  }

  /** The pool as it is now. */
  Pool read(Object executor) {
    Pool pool = Pools.of(Threads.all()).of(executor);
    return pool == null ? fail("not seen: " + executor) : pool;
  }

  /** The pool as soon as it is as expected. */
  static Pool await(Object executor, Predicate<Pool> expected) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() - end < 0) {
      Pool pool = Pools.of(Threads.all()).of(executor);
      if (pool != null && expected.test(pool)) {
        return pool;
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return fail("last seen: " + Pools.of(Threads.all()).of(executor));
  }
}
