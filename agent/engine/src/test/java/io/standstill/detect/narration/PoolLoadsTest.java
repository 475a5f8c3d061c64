package io.standstill.detect.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.standstill.finding.PoolLoad;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.PoolHistory;
import io.standstill.pool.PoolWatch;
import io.standstill.pool.SizeAdvice;
import java.util.List;
import java.util.concurrent.Executors;
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
  void leavesOutWhatNobodyHasTimed() {
    PoolFigures.Times mean = new PoolFigures.Times(25, 80, -1);
    SizeAdvice advice = SizeAdvice.NONE;
    PoolFigures figures =
        new PoolFigures("p", "P", 0, 2, 2, 2, 2, 5, -1, 23, 0, mean, mean, 1, 30, 0, advice);

    assertEquals(new PoolLoad.Times(80, null), PoolLoads.of(figures).runMillis());
    assertNull(PoolLoads.of(figures).remaining());
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
