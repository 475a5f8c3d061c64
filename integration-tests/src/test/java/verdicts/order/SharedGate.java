package verdicts.order;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A gate that both may pass at once is no gate. */
@Predicted(threads = {"a", "b"})
public final class SharedGate {
  private static final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
  private static final Object left = new Object();
  private static final Object right = new Object();

  private static void cross(Object first, Object second) {
    gate.readLock().lock();
    synchronized (first) {
      synchronized (second) {
        System.out.println("crossed");
      }
    }
    gate.readLock().unlock();
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, () -> cross(left, right))),
        Stage.start("b", () -> luck.turn(1, () -> cross(right, left))));
  }
}
