package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.detect.deadlock.DeadlockDetector;
import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Latches and the like that tasks in a queue would open, in woven code and real pools. */
@Timeout(60)
class GateDetectionTest {
  /** Longer than what is only likely is watched before it is told. */
  private static final long QUIET_SECONDS = 5;

  private static final long PATIENCE_SECONDS = 30;

  private final List<Finding> findings = new ArrayList<>();
  private final DeadlockDetector detector =
      new DeadlockDetector(
          () -> new Class<?>[0],
          true,
          () -> Duration.ofSeconds(10),
          System::nanoTime,
          pool -> null,
          findings::add);
  private final Scenes scenes = FixtureLoader.woven(SceneFixture.class, Scenes.class);
  private final List<ExecutorService> pools = new ArrayList<>();

  @AfterEach
  void endPools() {
    pools.forEach(ExecutorService::shutdownNow);
  }

  private ExecutorService pool(String name, int size) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            size,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    pools.add(pool);
    return pool;
  }

  /** Looks until there is a finding about the thread, at most for so long. */
  private List<Finding> findingsAbout(String thread, long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Finding> about = List.of();
    while (about.isEmpty() && System.nanoTime() - end < 0) {
      detector.look();
      about =
          findings.stream()
              .filter(f -> f.threads().stream().anyMatch(t -> t.name().equals(thread)))
              .toList();
    }
    return about;
  }

  private Finding finding(String thread) {
    List<Finding> about = findingsAbout(thread, PATIENCE_SECONDS);
    assertEquals(1, about.size(), about::toString);
    assertEquals(Kind.POOL_DEADLOCK, about.get(0).kind());
    assertEquals(Certainty.LIKELY, about.get(0).certainty());
    return about.get(0);
  }

  @Test
  void findsALatchThatQueuedTasksWouldCountDown() {
    scenes.children(pool("children", 1), 3);
    Finding finding = finding("children");
    assertEquals(3, finding.pools().get(0).awaited().get(0).count());
    assertEquals(2, finding.pools().get(0).needs());
    assertTrue(finding.summary().contains("3 tasks"), finding.summary());
  }

  @Test
  void findsABarrierWithMorePartiesThanWorkers() {
    scenes.barrier(pool("barrier", 2), new CyclicBarrier(5), 6);
    Finding finding = finding("barrier");
    assertEquals(2, finding.threads().size());
    assertEquals(5, finding.pools().get(0).needs());
  }

  @Test
  void findsAPhaserWithMorePartiesThanWorkers() {
    scenes.phaser(pool("phaser", 2), new Phaser(3), 3);
    assertEquals(2, finding("phaser").threads().size());
  }

  @Test
  void findsASemaphoreThatAQueuedTaskWouldRelease() {
    scenes.signal(pool("signal", 1), new Semaphore(0));
    finding("signal");
  }

  @Test
  void findsACircleOfAMonitorAndALatch() {
    CountDownLatch latch = new CountDownLatch(1);
    scenes.underMonitor(pool("wants", 1), new Object(), latch);
    try {
      assertEquals(2, finding("wants").threads().size());
    } finally {
      latch.countDown(); // Tests of long waits may come after this one.
    }
  }

  @Test
  void staysSilentWhenMorePartiesAreMissingThanAreQueued() {
    scenes.barrier(pool("early", 2), new CyclicBarrier(4), 3);
    assertEquals(List.of(), findingsAbout("early", QUIET_SECONDS));
  }

  @Test
  void staysSilentAtAStartGate() {
    CountDownLatch gate = new CountDownLatch(1);
    scenes.gate(pool("gated", 2), gate, new CountDownLatch(5), 5);
    assertEquals(List.of(), findingsAbout("gated", QUIET_SECONDS));
    gate.countDown();
  }

  @Test
  void staysSilentWhenALiveThreadWillDoTheSame() {
    scenes.firstAnswer(pool("asking", 1), new CountDownLatch(1), 20_000);
    assertEquals(List.of(), findingsAbout("asking", QUIET_SECONDS));
  }

  @Test
  void staysSilentWhenAnotherPoolHasTheSameTask() {
    scenes.twoPools(pool("one", 1), pool("other", 1), new CountDownLatch(1), 20_000);
    assertEquals(List.of(), findingsAbout("one", QUIET_SECONDS));
  }

  public interface Scenes {
    void children(ExecutorService pool, int count);

    void barrier(ExecutorService pool, CyclicBarrier barrier, int tasks);

    void phaser(ExecutorService pool, Phaser phaser, int tasks);

    void signal(ExecutorService pool, Semaphore semaphore);

    void underMonitor(ExecutorService pool, Object monitor, CountDownLatch latch);

    void gate(ExecutorService pool, CountDownLatch gate, CountDownLatch end, int tasks);

    void firstAnswer(ExecutorService pool, CountDownLatch latch, long millis);

    void twoPools(ExecutorService pool, ExecutorService other, CountDownLatch latch, long millis);
  }

  static class SceneFixture implements Scenes {
    @Override
    public void children(ExecutorService pool, int count) {
      pool.submit(
          () -> {
            CountDownLatch done = new CountDownLatch(count);
            for (int i = 0; i < count; i++) {
              pool.execute(done::countDown);
            }
            done.await();
            return null;
          });
    }

    @Override
    public void barrier(ExecutorService pool, CyclicBarrier barrier, int tasks) {
      for (int i = 0; i < tasks; i++) {
        pool.submit(() -> barrier.await());
      }
    }

    @Override
    public void phaser(ExecutorService pool, Phaser phaser, int tasks) {
      for (int i = 0; i < tasks; i++) {
        pool.submit(() -> phaser.arriveAndAwaitAdvance());
      }
    }

    @Override
    public void signal(ExecutorService pool, Semaphore semaphore) {
      pool.submit(
          () -> {
            semaphore.acquire();
            return null;
          });
      pool.submit(() -> semaphore.release());
    }

    @Override
    public void underMonitor(ExecutorService pool, Object monitor, CountDownLatch latch) {
      CountDownLatch holds = new CountDownLatch(1);
      Thread holder =
          new Thread(
              () -> {
                synchronized (monitor) {
                  holds.countDown();
                  await(latch);
                }
              },
              "holds");
      holder.setDaemon(true);
      holder.start();
      await(holds);
      pool.submit(
          () -> {
            synchronized (monitor) {
              return holds;
            }
          });
      pool.submit(() -> latch.countDown());
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void gate(ExecutorService pool, CountDownLatch gate, CountDownLatch end, int tasks) {
      for (int i = 0; i < tasks; i++) {
        pool.submit(
            () -> {
              gate.await();
              end.countDown();
              return null;
            });
      }
    }

    @Override
    public void firstAnswer(ExecutorService pool, CountDownLatch latch, long millis) {
      pool.submit(() -> await(latch));
      pool.submit(() -> latch.countDown());
      Thread server =
          new Thread(
              () -> {
                sleep(millis);
                latch.countDown();
              });
      server.setDaemon(true);
      server.start();
    }

    @Override
    public void twoPools(
        ExecutorService pool, ExecutorService other, CountDownLatch latch, long millis) {
      pool.submit(() -> await(latch));
      pool.submit(() -> latch.countDown());
      other.submit(() -> sleep(millis));
      other.submit(() -> latch.countDown());
    }

    private static void sleep(long millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
