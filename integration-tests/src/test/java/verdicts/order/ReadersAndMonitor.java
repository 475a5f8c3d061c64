package verdicts.order;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A reader takes a monitor; who has the monitor wants to write. */
@Predicted(threads = {"reader", "writer"})
public final class ReadersAndMonitor {
  private static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private static final Object cache = new Object();

  private static void read() {
    lock.readLock().lock(); // holds
    synchronized (cache) { // waits
      System.out.println("read");
    }
    lock.readLock().unlock();
  }

  private static void write() {
    synchronized (cache) { // holds
      lock.writeLock().lock(); // waits
      System.out.println("written");
      lock.writeLock().unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("reader", () -> luck.turn(0, ReadersAndMonitor::read)),
        Stage.start("writer", () -> luck.turn(1, ReadersAndMonitor::write)));
  }
}
