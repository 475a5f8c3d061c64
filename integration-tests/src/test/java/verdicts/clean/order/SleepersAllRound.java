package verdicts.clean.order;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/**
 * Each keeps the lock that the other gives up while it waits. But to begin to wait, it needs both:
 * so the second one begins when the first has its lock again.
 */
@Clean
public final class SleepersAllRound {
  private static final ReentrantLock gate = new ReentrantLock();
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("a", () -> repeat(left, right)), Stage.start("b", () -> repeat(right, left)));
    System.out.println(count);
  }

  private static void repeat(Object given, Object kept) throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      gate.lock();
      synchronized (given) {
        synchronized (kept) {
          gate.unlock();
          given.wait(1);
          count++;
        }
      }
    }
  }
}
