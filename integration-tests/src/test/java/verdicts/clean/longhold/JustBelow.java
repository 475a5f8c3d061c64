package verdicts.clean.longhold;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** A lock and a monitor are held for two seconds while others wait: less than the threshold. */
@Clean(options = {"lock-threshold=4s", "grace=0"})
public final class JustBelow {
  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              lock.lock();
              try {
                synchronized (monitor) {
                  held.countDown();
                  Stage.longPause();
                }
              } finally {
                lock.unlock();
              }
            });
    held.await();
    Thread first =
        Stage.start(
            "first",
            () -> {
              synchronized (monitor) {
                Thread.onSpinWait();
              }
            });
    Thread second =
        Stage.start(
            "second",
            () -> {
              lock.lock();
              lock.unlock();
            });
    Stage.join(holder, first, second);
    System.out.println("held for a while");
  }
}
