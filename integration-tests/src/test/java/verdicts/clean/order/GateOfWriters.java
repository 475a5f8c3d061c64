package verdicts.clean.order;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Stage;

/** One way under the read lock of a gate, the other under its write lock: never both. */
@Clean
public final class GateOfWriters {
  private static final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  private static void forth() {
    gate.readLock().lock();
    synchronized (left) {
      synchronized (right) {
        count++;
      }
    }
    gate.readLock().unlock();
  }

  private static void back() {
    gate.writeLock().lock();
    synchronized (right) {
      synchronized (left) {
        count++;
      }
    }
    gate.writeLock().unlock();
  }

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("a", () -> repeat(GateOfWriters::forth)),
        Stage.start("b", () -> repeat(GateOfWriters::back)));
    System.out.println(count);
  }

  private static void repeat(Runnable way) {
    for (int i = 0; i < 1_000; i++) {
      way.run();
    }
  }
}
