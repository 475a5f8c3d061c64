package shop;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TransferIT {
  @Test
  void crossed() throws Exception {
    Account one = new Account();
    Account other = new Account();
    CountDownLatch both = new CountDownLatch(2);
    Thread there = start(() -> one.moveTo(other, 5, () -> meet(both)));
    Thread back = start(() -> other.moveTo(one, 5, () -> meet(both)));
    there.join();
    back.join();
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void meet(CountDownLatch both) {
    both.countDown();
    try {
      both.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
