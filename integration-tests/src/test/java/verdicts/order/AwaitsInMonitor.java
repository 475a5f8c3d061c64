package verdicts.order;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/**
 * A condition that is awaited for a moment only: the lock is wanted again for as long as it takes.
 */
@Predicted(
    threads = {"sleeper", "other"},
    lockNames = {"AwaitsInMonitor.lock", "AwaitsInMonitor.log"})
public final class AwaitsInMonitor {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Object log = new Object();
  private int count;

  private void sleep() throws InterruptedException {
    lock.lock();
    try {
      synchronized (log) { // holds
        changed.await(1, TimeUnit.MILLISECONDS); // waits
        count++;
      }
    } finally {
      lock.unlock();
    }
  }

  private void nest() {
    lock.lock(); // holds
    try {
      synchronized (log) { // waits
        count++;
      }
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    AwaitsInMonitor both = new AwaitsInMonitor();
    Luck luck = new Luck();
    Stage.join(
        Stage.start("sleeper", () -> luck.turn(0, both::sleep)),
        Stage.start("other", () -> luck.turn(1, both::nest)));
    System.out.println(both.count);
  }
}
