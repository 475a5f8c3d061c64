package verdicts.other;

import verdicts.Luck;
import verdicts.Stage;

/** Says READY, and takes two locks in two orders once it is told to go on, in threads made then. */
public final class LaterLuck {
  private static final Object left = new Object();
  private static final Object right = new Object();

  public static void main(String[] args) throws Exception {
    nest(left, right);
    Stage.say("READY");
    cross();
    Stage.say("DONE");
  }

  private static void cross() throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("a", () -> luck.turn(0, () -> nest(left, right))),
        Stage.start("b", () -> luck.turn(1, () -> nest(right, left))));
  }

  private static void nest(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        first.notifyAll();
      }
    }
  }
}
