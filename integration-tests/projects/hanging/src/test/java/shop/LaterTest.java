package shop;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class LaterTest {
  @Test
  void firstLeavesThreadsThatGetStuckLater() {
    Crossed.inMonitorsLater(500);
  }

  @Test
  void secondHasNothingToDoWithThem() throws Exception {
    Thread.sleep(3_000);
  }
}
