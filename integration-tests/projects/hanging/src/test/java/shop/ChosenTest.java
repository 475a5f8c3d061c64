package shop;

import io.standstill.junit.Certainty;
import io.standstill.junit.DetectDeadlocks;
import io.standstill.junit.FindingKind;
import org.junit.jupiter.api.Test;

@DetectDeadlocks(kinds = FindingKind.POOL_DEADLOCK)
class ChosenTest {
  @Test
  void isNotMinded() {
    Crossed.inMonitors();
  }

  @Test
  @DetectDeadlocks(kinds = FindingKind.DEADLOCK, certainty = Certainty.CERTAIN, quietMillis = 200)
  void winsOverItsClass() throws Exception {
    for (Thread thread : Crossed.inMonitors()) {
      thread.join();
    }
  }
}
