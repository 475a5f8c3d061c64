package shop;

import io.standstill.junit.DetectDeadlocks;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
  @Test
  @DetectDeadlocks(separateThread = true)
  void ownThreadInMonitor() {
    Object left = new Object();
    Object right = new Object();
    CountDownLatch bothHold = new CountDownLatch(2);
    Crossed.start(() -> Crossed.nest(left, right, bothHold));
    Crossed.nest(right, left, bothHold);
  }
}
