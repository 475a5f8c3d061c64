package verdicts.order;

import java.util.concurrent.Semaphore;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Semaphores of one permit are locks. */
@Predicted(
    threads = {"a", "b"},
    lockNames = {"Mutexes.left", "Mutexes.right"})
public final class Mutexes {
  private static final Semaphore left = new Semaphore(1);
  private static final Semaphore right = new Semaphore(1);

  private static void forth() throws InterruptedException {
    left.acquire(); // holds
    right.acquire(); // waits
    right.release();
    left.release();
  }

  private static void back() {
    right.acquireUninterruptibly(); // holds
    left.acquireUninterruptibly(); // waits
    left.release();
    right.release();
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, Mutexes::forth)),
        Stage.start("b", () -> luck.turn(1, Mutexes::back)));
    System.out.println("lucky");
  }
}
