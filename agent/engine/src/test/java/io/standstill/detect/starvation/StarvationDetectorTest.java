package io.standstill.detect.starvation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolCounts;
import io.standstill.pool.PoolWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks at real pools, many times in a second. */
class StarvationDetectorTest {
  private static final Duration THRESHOLD = Duration.ofMillis(600);

  private final List<Finding> told = new ArrayList<>();
  private final List<Finding> active = new ArrayList<>();
  private final List<Thread> workers = new ArrayList<>();
  private final CountDownLatch go = new CountDownLatch(1);
  private final PoolWatch watch = new PoolWatch(Threads::all);
  private final StarvationDetector detector =
      new StarvationDetector(() -> THRESHOLD, Duration.ofMillis(50), () -> active, told::add);
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          2, 2, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1_000), this::worker);

  private Thread worker(Runnable task) {
    Thread worker = new Thread(task, "starving-" + (workers.size() + 1));
    workers.add(worker);
    return worker;
  }

  @AfterEach
  void end() {
    go.countDown();
    pool.shutdownNow();
  }

  @Test
  void tellsOfWorkersThatStandWhileTasksWait() throws InterruptedException {
    hold(2 + 3);
    lookFor(THRESHOLD.multipliedBy(4));
    assertEquals(1, told.size(), "once");
    Finding finding = told.get(0);
    assertEquals(Kind.POOL_STARVATION, finding.kind());
    assertEquals(Certainty.LIKELY, finding.certainty());
    assertTrue(finding.summary().contains("2 of 2 workers"), finding.summary());
    assertTrue(finding.summary().contains("3 tasks wait"), finding.summary());
    assertTrue(
        finding.summary().endsWith("2 of 2 in StarvationDetectorTest.await"), finding.summary());
    assertEquals(2, finding.threads().size());
    go.countDown();
    lookFor(THRESHOLD.dividedBy(2));
    assertEquals(2, told.size());
    assertNotNull(told.get(1).resolvedAfterMillis());
    assertEquals(finding.id(), told.get(1).id());
  }

  @Test
  void tellsLessSurelyOfWorkersThatCompute() {
    for (int i = 0; i < 3; i++) {
      pool.execute(
          () -> {
            while (go.getCount() > 0) {
              Thread.onSpinWait();
            }
          });
    }
    lookFor(THRESHOLD.multipliedBy(4));
    assertEquals(1, told.size());
    assertEquals(Certainty.POSSIBLE, told.get(0).certainty());
  }

  @Test
  void staysSilentOfAPoolThatIsPaused() {
    ThreadPoolExecutor paused =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1_000)) {
          @Override
          protected void beforeExecute(Thread worker, Runnable task) {
            StarvationDetectorTest.this.await();
          }
        };
    try {
      for (int i = 0; i < 3; i++) {
        paused.execute(() -> {});
      }
      lookFor(THRESHOLD.multipliedBy(3));
      assertEquals(List.of(), told);
    } finally {
      paused.shutdownNow();
    }
  }

  @Test
  void takesNoPoolForPausedWhoseWorkersAreNotKnown() {
    PoolCounts counts = new PoolCounts(new ThreadSet(), 1, 1, 1, 1, 3, 3, 0, 0, 0, 4, false);

    assertFalse(StarvationDetector.isHeldBack(counts));
  }

  @Test
  void staysSilentWhileTheQueueMoves() {
    for (int i = 0; i < 200; i++) {
      pool.execute(() -> sleep(30));
    }
    lookFor(THRESHOLD.multipliedBy(3));
    assertEquals(List.of(), told);
  }

  @Test
  void staysSilentWhileNothingWaits() throws InterruptedException {
    hold(2);
    lookFor(THRESHOLD.multipliedBy(3));
    assertEquals(List.of(), told);
  }

  @Test
  void staysSilentOfIdleWorkers() {
    pool.prestartAllCoreThreads();
    lookFor(THRESHOLD.multipliedBy(3));
    assertEquals(List.of(), told);
  }

  @Test
  void staysSilentWhileADeadlockExplainsIt() throws InterruptedException {
    hold(2 + 3);
    StuckThread stuck =
        new StuckThread(
            Threads.id(workers.get(0)), "", false, "WAITING", null, List.of(), List.of());
    active.add(
        new Finding(
            Instant.now(),
            "D1",
            Kind.POOL_DEADLOCK,
            Certainty.CERTAIN,
            "",
            List.of(stuck),
            List.of(),
            0,
            null,
            null,
            ""));
    lookFor(THRESHOLD.multipliedBy(3));
    assertEquals(List.of(), told);
    active.clear();
    lookFor(THRESHOLD);
    assertEquals(1, told.size());
  }

  @Test
  void staysSilentWhileNothingIsDue() throws InterruptedException {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    try {
      timer.execute(this::await);
      timer.schedule(() -> {}, 1, TimeUnit.HOURS);
      lookFor(THRESHOLD.multipliedBy(3));
      assertEquals(List.of(), told);
    } finally {
      timer.shutdownNow();
    }
  }

  private void hold(int tasks) throws InterruptedException {
    for (int i = 0; i < tasks; i++) {
      pool.execute(this::await);
    }
  }

  private void lookFor(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      watch.look();
      detector.look(watch.known());
      sleep(20);
    }
  }

  private void await() {
    try {
      go.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
