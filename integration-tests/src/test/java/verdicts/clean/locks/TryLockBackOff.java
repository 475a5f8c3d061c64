package verdicts.clean.locks;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Two orders, but the second lock is only tried, and all is given back if that fails. */
@Clean
public final class TryLockBackOff {
  private static void cross(ReentrantLock first, ReentrantLock second, AtomicInteger both)
      throws InterruptedException {
    int done = 0;
    while (done < 300) {
      first.lock();
      try {
        if (done % 2 == 0 ? second.tryLock() : second.tryLock(2, TimeUnit.MILLISECONDS)) {
          both.incrementAndGet();
          done++;
          second.unlock();
        }
      } finally {
        first.unlock();
      }
      Thread.sleep(0, ThreadLocalRandom.current().nextInt(900_000));
    }
  }

  public static void main(String[] args) throws Exception {
    ReentrantLock left = new ReentrantLock();
    ReentrantLock right = new ReentrantLock();
    AtomicInteger both = new AtomicInteger();
    Stage.join(
        Stage.start("a", () -> cross(left, right, both)),
        Stage.start("b", () -> cross(right, left, both)));
    System.out.println(both);
  }
}
