package io.standstill.detect.stall;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.detect.evidence.DepartedTraces;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateWaitsTest {
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch running = new CountDownLatch(1);
  private final FutureTask<Void> task =
      new FutureTask<>(
          () -> {
            running.countDown();
            over.await();
            return null;
          });

  private final GateWaits waits = new GateWaits();

  @AfterEach
  void end() {
    over.countDown();
    task.run();
  }

  /** A thread that waits for the future. */
  private Thread waiter() {
    Thread waiter = daemon(() -> task.get());
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return waiter;
  }

  private interface Body {
    void run() throws Exception;
  }

  /** Made to run nothing of the loader that has the agent's classes here: it would be its own. */
  private static Thread daemon(Body body) {
    Thread thread =
        new Thread() {
          @Override
          public void run() {
            try {
              body.run();
            } catch (Exception failure) {
              throw new IllegalStateException(failure);
            }
          }
        };
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private boolean isToBeAsked(Thread waiter) {
    long later = TimeUnit.SECONDS.toNanos(1);
    waits.look(List.of(waiter), new DepartedTraces(), 0);
    return waits.look(List.of(waiter), new DepartedTraces(), later).get(0).isToBeAsked(later);
  }

  @Test
  void asksWhoRunsATaskThatNobodyRuns() {
    assertTrue(isToBeAsked(waiter()));
  }

  @Test
  void asksNobodyWhileSomeoneRunsTheTask() throws Exception {
    Thread runner = daemon(task::run);
    running.await();
    Thread waiter = waiter();

    assertFalse(isToBeAsked(waiter));

    over.countDown();
    runner.join();
  }
}
