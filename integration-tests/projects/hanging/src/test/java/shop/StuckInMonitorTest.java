package shop;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Nothing can be done for such a thread, so this must be the last class of a run. */
class StuckInMonitorTest {
  @Test
  void cannotBeInterrupted() {
    Object left = new Object();
    Object right = new Object();
    CountDownLatch bothHold = new CountDownLatch(2);
    Crossed.start(() -> Crossed.nest(left, right, bothHold));
    Crossed.nest(right, left, bothHold);
  }
}
