package verdicts.order;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A synchronized method and a lock. */
@Predicted(
    threads = {"a", "b"},
    lockNames = {"this", "MonitorAndLock.lock"})
public final class MonitorAndLock {
  private final Lock lock = new ReentrantLock();
  private int count;

  private synchronized void monitorFirst() {
    lock.lock(); // waits // holds
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  private void lockFirst() {
    lock.lock(); // holds
    try {
      increment();
    } finally {
      lock.unlock();
    }
  }

  private synchronized void increment() {
    count++; // waits
  }

  public static void main(String[] args) throws Exception {
    MonitorAndLock both = new MonitorAndLock();
    Luck luck = new Luck();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, both::monitorFirst)),
        Stage.start("b", () -> luck.turn(1, both::lockFirst)));
    System.out.println(both.count);
  }
}
