package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolFigures.Times;
import io.standstill.recorder.PoolRecords;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and names of real pools, read without their locks. */
class PoolWatchTest {
  private final CountDownLatch go = new CountDownLatch(1);

  @Test
  void countsWhatThePoolItselfWouldSay() throws InterruptedException {
    ThreadPoolExecutor pool = pool(3, new ArrayBlockingQueue<>(10));
    try {
      fill(pool, 3 + 4);
      PoolCounts counts = PoolCounts.of(pool);
      assertEquals(3, counts.workers().size());
      assertEquals(3, counts.size());
      assertEquals(3, counts.active());
      assertEquals(4, counts.queued());
      assertEquals(4, counts.due());
      assertEquals(6, counts.remaining());
      assertEquals(0, counts.completed());
      go.countDown();
      while (pool.getCompletedTaskCount() < 7 || pool.getActiveCount() > 0) {
        Thread.sleep(1);
      }
      counts = PoolCounts.of(pool);
      assertEquals(7, counts.completed());
      assertEquals(0, counts.active());
    } finally {
      end(pool);
    }
    assertTrue(PoolCounts.of(pool).ended());
    assertEquals(7, PoolCounts.of(pool).completed());
  }

  @Test
  void countsWhileTheLockOfThePoolIsHeld() throws Exception {
    ThreadPoolExecutor pool = pool(1, new LinkedBlockingQueue<>());
    var lock = ThreadPoolExecutor.class.getDeclaredField("mainLock");
    lock.setAccessible(true);
    ((java.util.concurrent.locks.ReentrantLock) lock.get(pool)).lock();
    try {
      Thread other = new Thread(() -> assertEquals(0, PoolCounts.of(pool).size()));
      other.start();
      other.join(10_000);
      assertFalse(other.isAlive());
    } finally {
      ((java.util.concurrent.locks.ReentrantLock) lock.get(pool)).unlock();
      end(pool);
    }
  }

  @Test
  void countsEveryQueueOfTheJdk() {
    assertQueue(new LinkedBlockingQueue<>(5), 5);
    assertQueue(new LinkedBlockingDeque<>(5), 5);
    assertQueue(new ArrayBlockingQueue<>(5), 5);
    assertQueue(new LinkedBlockingQueue<>(), Integer.MAX_VALUE);
    assertQueue(new PriorityBlockingQueue<>(), Integer.MAX_VALUE);
    assertQueue(new LinkedTransferQueue<>(), Integer.MAX_VALUE);
    assertEquals(new QueueCounts(0, 0, 0), QueueCounts.of(new SynchronousQueue<>()));
  }

  private static void assertQueue(BlockingQueue<Object> queue, int bound) {
    queue.add("one");
    queue.add("two");
    int remaining = bound == Integer.MAX_VALUE ? bound : bound - 2;
    assertEquals(new QueueCounts(2, 2, remaining), QueueCounts.of(queue));
  }

  @Test
  void tellsWhatIsDueFromWhatIsLater() throws InterruptedException {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    try {
      CountDownLatch begun = new CountDownLatch(1);
      timer.execute(() -> hold(begun));
      begun.await();
      timer.schedule(() -> {}, 1, TimeUnit.HOURS);
      timer.schedule(() -> {}, 0, TimeUnit.HOURS);
      PoolCounts counts = PoolCounts.of(timer);
      assertEquals(2, counts.queued());
      assertEquals(1, counts.due());
    } finally {
      timer.shutdownNow();
    }
  }

  @Test
  void countsForkJoinWorkers() throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(2);
    try {
      CountDownLatch begun = new CountDownLatch(2);
      for (int i = 0; i < 5; i++) {
        pool.execute(() -> hold(begun));
      }
      begun.await();
      PoolCounts counts = PoolCounts.of(pool);
      assertEquals(2, counts.active());
      assertEquals(3, counts.queued());
      assertEquals(-1, counts.completed());
      assertEquals(2, counts.progress());
      assertEquals(5, counts.arrived());
    } finally {
      go.countDown();
      pool.shutdown();
    }
  }

  @Test
  void countsOfForkJoinTasksThoseFromOutside() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      for (int i = 0; i < 10; i++) {
        pool.submit(() -> ForkJoinTask.adapt(() -> {}).fork().join()).get();
      }
      assertEquals(10, PoolCounts.of(pool).progress());
      assertEquals(10, PoolCounts.of(pool).arrived());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void knowsWhatForkJoinTasksTakeInTheMean() {
    ForkJoinPool pool = new ForkJoinPool(2);
    PoolHistory history = new PoolHistory(PoolRecords.of(pool), ProcessorClock.ofThisJvm());
    PoolNames names = new PoolNames();
    history.add(forkJoin(0, 0, 0), 0, names);
    assertEquals(new Times(0, -1, -1), history.figures().runs());
    history.add(forkJoin(2, 25, 30), TimeUnit.SECONDS.toNanos(1), names);
    PoolFigures figures = history.figures();
    assertEquals(new Times(25, 80, -1), figures.runs(), "two threads for a second");
    assertEquals(new Times(25, 200, -1), figures.waits(), "five tasks for a second");
    assertEquals(30, figures.arrivalsPerSecond());
    assertEquals(23, figures.completed(), "without the two that run");
    assertEquals(3, figures.advice().byLoad(), "30 * 0.080 / 0.8");
    pool.shutdown();
  }

  private static PoolCounts forkJoin(int active, long taken, long arrived) {
    ThreadSet workers = ThreadSet.of(List.of(Thread.currentThread()));
    int waiting = (int) (arrived - taken);
    return new PoolCounts(
        workers, 2, 2, 2, active, waiting, waiting, -1, -1, taken, arrived, false);
  }

  @Test
  void keepsFiguresWhileThePoolLives() throws InterruptedException {
    PoolWatch watch = new PoolWatch(Threads::all);
    ThreadPoolExecutor pool = pool(2, new LinkedBlockingQueue<>());
    try {
      fill(pool, 4);
      PoolFigures figures = null;
      for (int i = 0; i < 30 && figures == null; i++) {
        watch.look();
        figures = find(watch);
      }
      assertTrue(figures.name().startsWith("figures ("), figures.name());
      assertEquals(2, figures.active());
      assertEquals(2, figures.queued());
    } finally {
      end(pool);
    }
    watch.look();
    assertNull(find(watch));
  }

  private static PoolFigures find(PoolWatch watch) {
    return watch.figures().stream()
        .filter(figures -> figures.name().startsWith("figures"))
        .findFirst()
        .orElse(null);
  }

  @Test
  void namesPoolsSoThatTheyCanBeToldApart() {
    PoolNames names = new PoolNames();
    assertEquals("work (Shop.java:31)", names.unique("work", "Shop.java:31"));
    assertEquals("work (Shop.java:31) #2", names.unique("work", "Shop.java:31"));
    assertEquals("pool-3 (made where no hook saw it)", names.unique("pool-3", null));
    assertEquals("ForkJoinPool.commonPool", names.unique("ForkJoinPool.commonPool", null));
  }

  @Test
  void knowsWhereAPoolWasMade() {
    StackTraceElement[] creation = {
      frame("java.standstill.PoolHooks", "created", 1),
      frame("java.util.concurrent.ThreadPoolExecutor", "<init>", 2),
      frame(Own.class.getName(), "<init>", 3),
      frame("shop.Shop", "open", 31),
      frame("shop.Main", "main", 5)
    };
    assertEquals("Shop.java:31", Origin.place(creation, Own.class));
    assertEquals("Own.java:3", Origin.place(creation, ThreadPoolExecutor.class));
  }

  private static StackTraceElement frame(String type, String method, int line) {
    String simple = type.substring(type.lastIndexOf(type.contains("$") ? '$' : '.') + 1);
    return new StackTraceElement(type, method, simple + ".java", line);
  }

  private static final class Own extends ThreadPoolExecutor {
    Own() {
      super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0})
  void advisesBySayingWhatTheLoadIs(double unknown) {
    SizeAdvice advice = SizeAdvice.of(100, 23.1, 0.210, unknown, 2);
    assertEquals(7, advice.byLoad(), "23.1 * 0.210 / 0.8");
    assertEquals(-1, advice.byWaiting());
  }

  @Test
  void advisesNoMoreThreadsThanCanBeOfUse() {
    SizeAdvice advice = SizeAdvice.of(100, 10, 0.1, 0.25, 4);
    assertEquals(16, advice.byWaiting(), "4 * (1 + 3)");
    assertTrue(advice.sentence().contains("3.0 times as long"), advice.sentence());
  }

  @Test
  void advisesNothingFromNothing() {
    assertEquals(-1, SizeAdvice.of(3, 10, 0.1, 0.25, 4).byLoad());
    assertEquals(-1, SizeAdvice.of(100, -1, 0.1, 0.25, 4).byLoad());
  }

  private ThreadPoolExecutor pool(int size, BlockingQueue<Runnable> queue) {
    return new ThreadPoolExecutor(
        size, size, 1, TimeUnit.MINUTES, queue, task -> new Thread(task, "figures-1"));
  }

  private void fill(ThreadPoolExecutor pool, int tasks) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(pool.getCorePoolSize());
    for (int i = 0; i < tasks; i++) {
      pool.execute(() -> hold(begun));
    }
    begun.await();
  }

  private void hold(CountDownLatch begun) {
    begun.countDown();
    try {
      go.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(ThreadPoolExecutor pool) throws InterruptedException {
    go.countDown();
    pool.shutdown();
    assertTrue(pool.awaitTermination(10, TimeUnit.SECONDS));
  }
}
