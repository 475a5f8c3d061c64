package io.standstill.recorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The hooks of pools and tasks, called as woven code would call them. */
class PoolHooksTest {
  private final Object pool = new Object();

  @Test
  void remembersWhereAPoolWasMade() {
    PoolHooks.created(pool);
    PoolRecord record = PoolRecords.find(pool);
    assertSame(pool, record.pool());
    assertTrue(record.createdMillis() > 0);
    assertTrue(Arrays.toString(record.takeCreation()).contains("remembersWhereAPoolWasMade"));
    assertNull(record.takeCreation(), "taken once, since frames keep classes alive");
  }

  @Test
  void knowsAPoolThatWasMadeBefore() {
    assertNull(PoolRecords.find(pool));
    PoolRecord record = PoolRecords.of(pool);
    assertSame(record, PoolRecords.of(pool));
    assertEquals(0, record.createdMillis());
    assertNull(record.takeCreation());
  }

  @Test
  void knowsWhatRunsNow() {
    Object task = new Object();
    TaskHooks.starting(task, pool);
    assertSame(task, Journals.current().task());
    TaskHooks.ended();
    assertNull(Journals.current().task());
    TaskHooks.ended();
  }

  @Test
  void countsEachStepAsAMove() {
    int before = Journals.current().moves();
    TaskHooks.starting(new Object(), pool);
    int running = Journals.current().moves();
    TaskHooks.ended();
    assertTrue(before != running && running != Journals.current().moves());
  }

  @Test
  void keepsFuturesWhileTheirFunctionsRun() {
    Object[] futures = new Object[9];
    for (int i = 0; i < futures.length; i++) {
      futures[i] = new Object();
      TaskHooks.completing(futures[i]);
    }
    assertArrayEquals(futures, Journals.current().promises());
    for (int i = futures.length; i > 0; i--) {
      TaskHooks.completed();
      assertEquals(i - 1, Journals.current().promises().length);
    }
    TaskHooks.completed();
    assertEquals(0, Journals.current().promises().length);
  }

  @Test
  void survivesDeepNesting() {
    for (int i = 0; i < 10_000; i++) {
      TaskHooks.completing(i);
    }
    assertEquals(256, Journals.current().promises().length);
    for (int i = 0; i < 10_000; i++) {
      TaskHooks.completed();
    }
    assertEquals(0, Journals.current().promises().length);
  }

  @Test
  void timesATaskFromItsSubmissionToItsEnd() {
    PoolRecord record = PoolRecords.of(pool);
    Object task = new Object();
    PoolHooks.submitting(pool, task);
    assertTrue(record.waitingNanos() >= 0);
    assertSame(task, record.waitingTask());
    TaskHooks.starting(new Object(), pool);
    TaskHooks.ended();
    assertSame(task, record.waitingTask(), "another one has started");
    TaskHooks.starting(task, pool);
    assertEquals(1, record.waits().count());
    assertEquals(1, record.runs().count());
    TaskHooks.ended();
    assertEquals(2, record.runs().count());
    assertEquals(-1, record.waitingNanos());
  }

  @Test
  void timesNoRejectedTask() {
    PoolRecord record = PoolRecords.of(pool);
    Object task = new Object();
    PoolHooks.submitting(pool, task);
    PoolHooks.rejecting(pool, task);
    assertEquals(1, record.rejected());
    assertEquals(-1, record.waitingNanos());
  }

  @Test
  void timesNoTaskThatIsSubmittedAgainAndAgain() {
    PoolRecord record = PoolRecords.of(pool);
    Object task = new Object();
    for (int i = 0; i < 3; i++) {
      PoolHooks.submitting(pool, task);
      TaskHooks.starting(task, pool);
      TaskHooks.ended();
    }
    assertEquals(1, record.waits().count());
  }

  @Test
  void timesFewerTasksOfABusyPool() {
    PoolRecord record = PoolRecords.of(pool);
    int most = 0;
    for (int look = 0; look < 100; look++) {
      record.pace(64 * 16 * 100);
      long before = record.runs().count();
      for (int i = 0; i < 640; i++) {
        runOneTask();
      }
      most = Math.max(most, (int) (record.runs().count() - before));
    }
    assertEquals(1_000, record.waits().count(), 400);
    assertEquals(1_000, record.runs().count(), 400);
    assertTrue(most <= 16, "timed at once: " + most);
  }

  @Test
  void timesSoManyTasksOfAQuietPoolBetweenLooksAtMost() {
    PoolRecord record = PoolRecords.of(pool);
    for (int i = 0; i < 1_000; i++) {
      runOneTask();
    }
    assertEquals(32, record.waits().count());
    assertEquals(32, record.runs().count());
    record.pace(0);
    runOneTask();
    assertEquals(33, record.waits().count());
    assertEquals(33, record.runs().count());
  }

  @Test
  void timesFewerOfABusyPoolBetweenLooks() {
    PoolRecord record = PoolRecords.of(pool);
    for (int look = 0; look < 10; look++) {
      record.pace(2 * 16 * 100);
      for (int i = 0; i < 1_000; i++) {
        TaskHooks.starting(new Object(), pool);
        TaskHooks.ended();
      }
    }
    assertEquals(10 * 16, record.runs().count());
  }

  @Test
  void knowsWhatRunsHoweverManyTasksHaveRun() {
    for (int i = 0; i < 5_000; i++) {
      Object task = new Object();
      TaskHooks.starting(task, pool);
      assertSame(task, Journals.current().task());
      TaskHooks.completing(pool);
      assertArrayEquals(new Object[] {pool}, Journals.current().promises());
      TaskHooks.completed();
      TaskHooks.ended();
      assertNull(Journals.current().task());
    }
  }

  private void runOneTask() {
    Object task = new Object();
    PoolHooks.submitting(pool, task);
    TaskHooks.starting(task, pool);
    TaskHooks.ended();
  }

  @Test
  void oldTimesFade() {
    PoolRecord record = PoolRecords.of(pool);
    TaskHooks.starting(pool, pool);
    TaskHooks.ended();
    record.turnOver();
    assertEquals(1, record.runs().count());
    record.turnOver();
    assertEquals(0, record.runs().count());
    assertEquals(-1, record.runs().mean());
    assertEquals(-1, record.runs().percentile(99));
  }

  @Test
  void keepsNeitherPoolNorTaskAlive() throws InterruptedException {
    WeakReference<Object> task = new WeakReference<>(runOne());
    for (int i = 0; i < 100 && !task.refersTo(null); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertTrue(task.refersTo(null));
    assertTrue(PoolRecords.sweep().stream().allMatch(record -> record.pool() != null));
  }

  private static Object runOne() {
    Object ownPool = new Object();
    PoolHooks.created(ownPool);
    Object task = new Object();
    PoolHooks.submitting(ownPool, new Object());
    PoolHooks.submitting(ownPool, task);
    TaskHooks.starting(task, ownPool);
    TaskHooks.ended();
    return task;
  }

  @Test
  void findsThousandsOfPools() {
    Object[] pools = new Object[3_000];
    for (int i = 0; i < pools.length; i++) {
      pools[i] = new Object();
      PoolHooks.created(pools[i]);
    }
    for (Object each : pools) {
      assertNotNull(PoolRecords.find(each));
    }
    assertTrue(PoolRecords.sweep().size() >= pools.length);
    assertFalse(PoolRecords.sweep().isEmpty());
    assertSame(pools[0], PoolRecords.find(pools[0]).pool());
  }

  @Test
  void percentilesErrToTheLongSideByLittle() {
    LogHistogram times = new LogHistogram();
    for (int micros = 1; micros <= 10_000; micros++) {
      times.add(micros * 1_000L);
    }
    times.add(-5);
    times.add(Long.MAX_VALUE);
    assertEquals(10_002, times.count());
    for (int percent = 1; percent < 100; percent++) {
      long exact = percent * 100_000L;
      long told = times.percentile(percent);
      assertTrue(told >= exact * 0.99 && told <= exact * 1.13, percent + ": " + told);
    }
  }
}
