package verdicts.clean.order;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/** One takes the locks the other way round, but only tries the second, and gives up the first. */
@Clean
public final class TriesAndBacksOff {
  private static final Lock left = new ReentrantLock();
  private static final Lock right = new ReentrantLock();
  private static int count;

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("waits", () -> repeat(TriesAndBacksOff::leftFirst)),
        Stage.start("tries", () -> repeat(() -> rightFirst(false))),
        Stage.start("tries for a time", () -> repeat(() -> rightFirst(true))));
    System.out.println(count);
  }

  private static void repeat(Body way) throws Exception {
    for (int i = 0; i < 300; i++) {
      way.run();
    }
  }

  private static void leftFirst() {
    left.lock();
    right.lock();
    count++;
    right.unlock();
    left.unlock();
  }

  private static void rightFirst(boolean timed) throws InterruptedException {
    boolean done = false;
    while (!done) {
      right.lock();
      done = timed ? left.tryLock(1, TimeUnit.MILLISECONDS) : left.tryLock();
      if (done) {
        count++;
        left.unlock();
      }
      right.unlock();
    }
  }
}
