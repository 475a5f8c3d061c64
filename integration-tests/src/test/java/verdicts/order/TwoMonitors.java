package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** The classic, on a good day: two blocks, two orders. */
@Predicted(
    threads = {"a", "b"},
    lockNames = {"TwoMonitors.left", "TwoMonitors.right"},
    summary = "could have met")
public final class TwoMonitors {
  private static final Object left = new Object();
  private static final Object right = new Object();

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Thread a = Stage.start("a", () -> luck.turn(0, TwoMonitors::forth));
    Thread b = Stage.start("b", () -> luck.turn(1, TwoMonitors::back));
    Stage.join(a, b);
    System.out.println("lucky");
  }

  private static void forth() {
    synchronized (left) { // holds
      synchronized (right) { // waits
        System.out.println("forth");
      }
    }
  }

  private static void back() {
    synchronized (right) { // holds
      synchronized (left) { // waits
        System.out.println("back");
      }
    }
  }
}
