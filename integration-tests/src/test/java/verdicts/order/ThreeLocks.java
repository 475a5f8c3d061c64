package verdicts.order;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Each of three threads takes one lock and then the next, in a circle. */
@Predicted(
    threads = {"a", "b", "c"},
    lockNames = {"ThreeLocks.one", "ThreeLocks.two", "ThreeLocks.three"})
public final class ThreeLocks {
  private static final ReentrantLock one = new ReentrantLock();
  private static final ReentrantLock two = new ReentrantLock(true);
  private static final ReentrantLock three = new ReentrantLock();

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, ThreeLocks::fromOne)),
        Stage.start("b", () -> luck.turn(1, ThreeLocks::fromTwo)),
        Stage.start("c", () -> luck.turn(2, ThreeLocks::fromThree)));
    System.out.println("lucky");
  }

  private static void fromOne() {
    one.lock(); // holds
    two.lock(); // waits
    two.unlock();
    one.unlock();
  }

  private static void fromTwo() throws InterruptedException {
    two.lock(); // holds
    three.lockInterruptibly(); // waits
    three.unlock();
    two.unlock();
  }

  private static void fromThree() {
    three.lock(); // holds
    one.lock(); // waits
    one.unlock();
    three.unlock();
  }
}
