package shop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ParallelTest {
  @Test
  void oneHangs() {
    Crossed locks = new Crossed();
    Crossed.start(locks::rightFirst);
    locks.leftFirst();
  }

  @Test
  void otherHangs() throws Exception {
    for (Thread thread : Crossed.inMonitors()) {
      thread.join();
    }
  }

  @Test
  void goesOn() throws Exception {
    Thread.sleep(2_500);
  }
}
