package verdicts.other;

import verdicts.Luck;
import verdicts.Stage;

/**
 * Says READY while a thread holds a gate. Behind that, two locks are taken in two orders; nobody
 * has seen the first thread pass the gate.
 */
public final class GateAcrossAttach {
  private static final Object gate = new Object();
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static final Luck luck = new Luck();
  private static volatile boolean inside;

  public static void main(String[] args) throws Exception {
    Thread a = Stage.start("a", GateAcrossAttach::first);
    while (!inside) {
      Thread.yield();
    }
    Stage.say("READY");
    luck.turn(0, () -> {});
    Thread b = Stage.start("b", () -> luck.turn(2, GateAcrossAttach::second));
    Stage.join(a, b);
    Stage.say("DONE");
  }

  private static void first() throws Exception {
    synchronized (gate) {
      inside = true;
      luck.turn(1, () -> nest(left, right));
    }
  }

  private static void second() {
    synchronized (gate) {
      nest(right, left);
    }
  }

  private static void nest(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        first.notifyAll();
      }
    }
  }
}
