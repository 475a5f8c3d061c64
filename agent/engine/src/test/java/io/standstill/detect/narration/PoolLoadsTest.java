package io.standstill.detect.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.standstill.finding.PoolLoad;
import io.standstill.pool.PoolHistory;
import io.standstill.pool.PoolWatch;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class PoolLoadsTest {
  @Test
  void leavesOutWhatWasNotMeasured() throws Exception {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(3);
    try {
      pool.submit(() -> {}).get();
      PoolLoad load = PoolLoads.of(PoolHistory.atFirstSight(pool));

      assertEquals(3, load.core());
      assertEquals(Integer.MAX_VALUE, load.remaining());
      assertEquals(0, load.rejected());
      assertNull(load.waitMillis());
      assertNull(load.runMillis());
      assertNull(load.utilisation());
      assertNull(load.sizeByLoad());
      assertNull(load.sizeAdvice());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void knowsNoFiguresOfWhatIsNoPool() {
    assertNull(PoolLoads.of(PoolHistory.atFirstSight("no pool")));
  }

  @Test
  void doesNotKnowHowManyTasksAForkJoinPoolHasEnded() {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      assertNull(PoolLoads.of(PoolHistory.atFirstSight(pool)).completed());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void takesTheFiguresOfTheLastLookAtThatVeryPool() throws Exception {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
    try {
      pool.submit(() -> {}).get();
      PoolHistory.atFirstSight(pool); // Notes the pool, as the hook in its constructor does.
      PoolWatch watch = new PoolWatch(List::of);
      assertNull(watch.figuresOf(pool));
      watch.look();
      assertEquals(1, watch.figuresOf(pool).size());
      assertNull(watch.figuresOf("another"));
    } finally {
      pool.shutdown();
    }
  }
}
