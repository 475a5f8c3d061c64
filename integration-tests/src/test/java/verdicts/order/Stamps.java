package verdicts.order;

import java.util.concurrent.locks.StampedLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A stamped lock that is read under a monitor, and written around it. */
@Predicted(threads = {"a", "b"})
public final class Stamps {
  private static final StampedLock lock = new StampedLock();
  private static final Object monitor = new Object();

  private static void write() {
    long stamp = lock.writeLock(); // holds
    synchronized (monitor) { // waits
      System.out.println("written");
    }
    lock.unlockWrite(stamp);
  }

  private static void read() {
    synchronized (monitor) { // holds
      long stamp = lock.readLock(); // waits
      System.out.println("read");
      lock.unlockRead(stamp);
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, Stamps::write)),
        Stage.start("b", () -> luck.turn(1, Stamps::read)));
  }
}
