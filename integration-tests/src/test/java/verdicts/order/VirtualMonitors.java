package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Virtual;

/** The classic, on virtual threads. */
@Predicted(
    since = 21,
    threads = {"a", "b"},
    lockNames = {"VirtualMonitors.left", "VirtualMonitors.right"})
public final class VirtualMonitors {
  private static final Object left = new Object();
  private static final Object right = new Object();

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Thread a = Virtual.thread("a", () -> luck.turn(0, VirtualMonitors::forth));
    Thread b = Virtual.thread("b", () -> luck.turn(1, VirtualMonitors::back));
    a.start();
    b.start();
    a.join();
    b.join();
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
