package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueTimeTest {
  private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);

  private final CountDownLatch end = new CountDownLatch(1);
  private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

  @AfterEach
  void endPool() {
    end.countDown();
    pool.shutdownNow();
  }

  private Object queuedBehindABusyWorker(long delayHours) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    pool.execute(
        () -> {
          begun.countDown();
          try {
            end.await();
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          }
        });
    begun.await();
    return pool.schedule(() -> {}, delayHours, TimeUnit.HOURS);
  }

  @Test
  void aTaskIsLaterUntilItsTimeHasCome() throws InterruptedException {
    Object task = queuedBehindABusyWorker(1);
    long now = System.nanoTime();
    assertTrue(DueTime.isLater(task, now));
    assertFalse(DueTime.isNow(task, now));
    assertFalse(DueTime.isLater(task, now + 2 * HOUR_NANOS));
    assertTrue(DueTime.isNow(task, now + 2 * HOUR_NANOS));
  }

  @Test
  void aCancelledTaskIsNeverDue() throws InterruptedException {
    Object task = queuedBehindABusyWorker(0);
    long later = System.nanoTime() + HOUR_NANOS;
    assertTrue(DueTime.isNow(task, later));
    ((Future<?>) task).cancel(false);
    assertFalse(DueTime.isNow(task, later));
  }

  @Test
  void otherTasksHaveNoTime() {
    Runnable task = () -> {};
    assertFalse(DueTime.isLater(task, System.nanoTime()));
    assertFalse(DueTime.isNow(task, System.nanoTime()));
  }
}
