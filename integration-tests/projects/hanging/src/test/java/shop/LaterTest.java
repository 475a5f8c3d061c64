package shop;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class LaterTest {
  private static final CountDownLatch FIRST_IS_OVER = new CountDownLatch(1);

  @Test
  void firstLeavesThreadsThatGetStuckLater() {
    Crossed.inMonitorsAfter(FIRST_IS_OVER);
  }

  @Test
  void secondHasNothingToDoWithThem() throws Exception {
    FIRST_IS_OVER.countDown();
    Thread.sleep(3_000);
  }
}
