package shop;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that cannot be interrupted, but that JUnit does not wait for. */
class LeftByTimeoutTest {
  @Test
  @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isLeftBehind() {
    Object left = new Object();
    Object right = new Object();
    CountDownLatch bothHold = new CountDownLatch(2);
    Crossed.start(() -> Crossed.nest(left, right, bothHold));
    Crossed.nest(right, left, bothHold);
  }
}
