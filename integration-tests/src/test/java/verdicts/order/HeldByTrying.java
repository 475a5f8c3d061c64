package verdicts.order;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** What was got by trying is held like any other: the next lock is waited for. */
@Predicted(
    threads = {"trier", "other"},
    lockNames = {"HeldByTrying.left", "HeldByTrying.right"})
public final class HeldByTrying {
  private static final Lock left = new ReentrantLock();
  private static final Lock right = new ReentrantLock();

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("trier", () -> luck.turn(0, HeldByTrying::tryLeft)),
        Stage.start("other", () -> luck.turn(1, HeldByTrying::rightFirst)));
  }

  private static void tryLeft() {
    if (left.tryLock()) { // holds
      right.lock(); // waits
      System.out.println("tried");
      right.unlock();
      left.unlock();
    }
  }

  private static void rightFirst() {
    right.lock(); // holds
    left.lock(); // waits
    System.out.println("waited");
    left.unlock();
    right.unlock();
  }
}
