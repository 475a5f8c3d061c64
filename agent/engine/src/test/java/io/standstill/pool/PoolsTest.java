package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertSame;

import io.standstill.jvm.Threads;
import io.standstill.recorder.QueueHooks;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PoolsTest {
  private final ThreadPoolExecutor one = pool();
  private final ThreadPoolExecutor other = pool();

  private static ThreadPoolExecutor pool() {
    return new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
  }

  @AfterEach
  void end() {
    one.shutdownNow();
    other.shutdownNow();
  }

  /** The worker of a pool, after it has taken from the queue of another one. */
  private static Thread workerThatTookFrom(ThreadPoolExecutor from, ThreadPoolExecutor of)
      throws Exception {
    return of.submit(
            () -> {
              QueueHooks.taking(from.getQueue(), null);
              return Thread.currentThread();
            })
        .get();
  }

  @Test
  void whoTakesFromTheQueueOfAnotherPoolStaysAWorkerOfHisOwn() throws Exception {
    Thread ofOne = workerThatTookFrom(other, one);
    Thread ofOther = workerThatTookFrom(one, other);

    Pools pools = Pools.of(Threads.all());

    assertSame(one, pools.workedBy(ofOne).executor());
    assertSame(other, pools.workedBy(ofOther).executor());
  }
}
