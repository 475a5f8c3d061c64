package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.jvm.Threads;
import io.standstill.pool.Growth;
import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether one who takes from the queue of a pool counts among its workers. */
@Timeout(60)
class VolunteersTest {
  private final Visitors visitors = FixtureLoader.woven(VisitorsFixture.class, Visitors.class);
  private final CountDownLatch over = new CountDownLatch(1);
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, queue);

  /** Each takes from a queue, and does something else then. */
  public interface Visitors {
    void once(BlockingQueue<Runnable> queue, Runnable then);

    void againAndAgain(BlockingQueue<Runnable> queue, Runnable then);

    void byAnother(BlockingQueue<Runnable> queue, Runnable then);

    void beforeAndAfter(BlockingQueue<Runnable> queue, Runnable then);
  }

  /** Woven. */
  static final class VisitorsFixture implements Visitors {
    @Override
    public void once(BlockingQueue<Runnable> queue, Runnable then) {
      queue.poll();
      then.run();
    }

    @Override
    public void againAndAgain(BlockingQueue<Runnable> queue, Runnable then) {
      do {
        queue.poll();
        then.run();
      } while (!queue.isEmpty());
    }

    @Override
    public void byAnother(BlockingQueue<Runnable> queue, Runnable then) {
      do {
        Other.take(queue);
        then.run();
      } while (!queue.isEmpty());
    }

    @Override
    public void beforeAndAfter(BlockingQueue<Runnable> queue, Runnable then) {
      queue.poll();
      then.run();
      queue.drainTo(new ArrayList<>());
    }

    private static final class Other {
      static void take(BlockingQueue<Runnable> queue) {
        queue.poll();
      }
    }
  }

  @BeforeEach
  void keepTheWorkerBusy() {
    pool.execute(this::await);
  }

  @AfterEach
  void end() {
    over.countDown();
    pool.shutdownNow();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Pools pools() {
    return Pools.of(Threads.all(), VolunteersTest::loaded);
  }

  private static Class<?> loaded(String name) {
    return name.equals(VolunteersTest.class.getName()) ? VolunteersTest.class : null;
  }

  /** The pool as it is while somebody does something else after taking from its queue. */
  private Pool seenAfter(BiConsumer<BlockingQueue<Runnable>, Runnable> visit) {
    List<Pool> seen = new ArrayList<>();
    visit.accept(queue, () -> seen.add(pools().of(pool)));
    return seen.get(0);
  }

  private static boolean isAmongWorkers(Pool seen) {
    return seen.workers().contains(Thread.currentThread());
  }

  @Test
  void whoHasMoreToTakeCounts() {
    Pool seen = seenAfter(visitors::againAndAgain);

    assertTrue(isAmongWorkers(seen));
    assertEquals(2, seen.workers().size());
    assertEquals(1, seen.size());
    assertEquals(Growth.BY_SUBMISSION, seen.growth());
    assertFalse(pools().isKnownAtWork(Thread.currentThread()));
    assertTrue(isAmongWorkers(seenAfter(visitors::byAnother)));
    assertTrue(isAmongWorkers(seenAfter(visitors::beforeAndAfter)));
  }

  @Test
  void whoHasTakenOnceDoesNotCountButOthersMayComeToo() {
    Pool seen = seenAfter(visitors::once);

    assertFalse(isAmongWorkers(seen));
    assertEquals(1, seen.workers().size());
    assertEquals(Growth.BY_ANYONE, seen.growth());
  }

  @Test
  void whoHasTakenOnceAndWaitsIsNobodyWhoMayGetOn() throws InterruptedException {
    Thread waiter = new Thread(() -> visitors.once(queue, this::await));
    waiter.start();
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    Pool seen = pools().of(pool);

    assertFalse(seen.workers().contains(waiter));
    assertEquals(Growth.BY_SUBMISSION, seen.growth());
    over.countDown();
    waiter.join();
  }

  @Test
  void whoWorksForAnotherPoolMayComeWithHisNextTask() throws Exception {
    ThreadPoolExecutor other =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    try {
      Pool seen = other.submit(() -> seenAfter(visitors::once)).get();

      assertEquals(2, seen.workers().size());
      assertEquals(Growth.BY_SUBMISSION, seen.growth());
    } finally {
      other.shutdownNow();
    }
  }
}
