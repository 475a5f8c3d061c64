package shop;

import org.junit.jupiter.api.Test;

class LaterTest {
  @Test
  void leavesThreadsThatGetStuckLater() {
    Crossed.start(
        () -> {
          try {
            Thread.sleep(500);
          } catch (InterruptedException stopped) {
            return;
          }
          Crossed.inMonitors();
        });
  }
}
