package io.standstill.detect.starvation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks at a real pool, many times in a second. */
class BacklogDetectorTest {
  private static final Duration THRESHOLD = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Finding> told = new ArrayList<>();
  private final List<Finding> active = new ArrayList<>();
  private final PoolWatch watch = new PoolWatch(Threads::all);
  private final BacklogDetector detector =
      new BacklogDetector(() -> THRESHOLD, () -> active, told::add);
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void tellsOfAQueueThatGrows() {
    lookWhileMoreComesThanEnds(PATIENCE);
    assertEquals(1, told.size(), "once");
    Finding finding = told.get(0);
    assertEquals(Kind.POOL_STARVATION, finding.kind());
    assertEquals(Certainty.POSSIBLE, finding.certainty());
    assertTrue(finding.summary().contains("2 of 2 workers"), finding.summary());
    assertTrue(finding.summary().contains(" in BacklogDetectorTest.sleep"), finding.summary());
    pool.getQueue().clear();
    look();
    assertEquals(2, told.size());
    assertNotNull(told.get(1).resolvedAfterMillis());
    assertEquals(finding.id(), told.get(1).id());
  }

  @Test
  void staysSilentWhileTheQueueShrinks() {
    submit(200);
    while (!pool.getQueue().isEmpty()) {
      look();
    }
    assertEquals(List.of(), told);
  }

  @Test
  void staysSilentWhileTheQueueStays() {
    submit(100);
    long end = System.nanoTime() + THRESHOLD.multipliedBy(8).toNanos();
    while (System.nanoTime() - end < 0) {
      submit(100 - pool.getQueue().size());
      look();
    }
    assertEquals(List.of(), told);
  }

  @Test
  void staysSilentWhileAnotherFindingExplainsIt() {
    lookWhileMoreComesThanEnds(PATIENCE);
    active.add(told.remove(0));
    pool.getQueue().clear();
    look();
    told.clear();
    lookWhileMoreComesThanEnds(THRESHOLD.multipliedBy(8));
    assertEquals(List.of(), told);
  }

  @Test
  void staysSilentWhileNoTaskEnds() {
    ThreadPoolExecutor scheduled = (ThreadPoolExecutor) Executors.newScheduledThreadPool(1);
    try {
      scheduled.execute(() -> sleep(10_000));
      for (long end = System.nanoTime() + THRESHOLD.multipliedBy(5).toNanos();
          System.nanoTime() - end < 0; ) {
        scheduled.execute(() -> {});
        look();
      }
      assertEquals(List.of(), told, "no task has ended: that is told otherwise");
    } finally {
      scheduled.shutdownNow();
    }
  }

  private void lookWhileMoreComesThanEnds(Duration most) {
    submit(8);
    long ended = pool.getCompletedTaskCount();
    long end = System.nanoTime() + most.toNanos();
    while (told.isEmpty() && System.nanoTime() - end < 0) {
      long now = pool.getCompletedTaskCount();
      submit((int) (4 * (now - ended)));
      ended = now;
      look();
    }
  }

  private void submit(int tasks) {
    for (int i = 0; i < tasks; i++) {
      pool.execute(() -> sleep(20));
    }
  }

  private void look() {
    watch.look();
    detector.look(watch.known());
    sleep(20);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
