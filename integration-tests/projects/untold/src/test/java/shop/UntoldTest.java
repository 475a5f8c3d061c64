package shop;

import io.standstill.junit.DetectDeadlocks;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Hangs that no test is failed for: nothing but a limit of the build's own ends them. */
@Execution(ExecutionMode.CONCURRENT)
class UntoldTest {
  @Test
  void waitsForWhatMayComeFromAnywhere() throws Exception {
    new CountDownLatch(1).await();
  }

  @Test
  void putsWhatNobodyTakes() throws Exception {
    BlockingQueue<String> orders = new ArrayBlockingQueue<>(1);
    Crossed.start("clerk", () -> takeOne(orders));
    for (int i = 0; i < 3; i++) {
      orders.put("order " + i);
    }
  }

  @Test
  @DetectDeadlocks(kinds = {})
  void mayDeadlock() throws Exception {
    Crossed.inMonitors();
  }

  private static void takeOne(BlockingQueue<String> orders) {
    try {
      orders.take();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
