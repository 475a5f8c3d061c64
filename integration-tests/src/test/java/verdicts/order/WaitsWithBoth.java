package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/**
 * Both take the locks in one order. But who waits gives up the outer one only, and wants it again
 * while it keeps the inner one.
 */
@Predicted(
    threads = {"sleeper", "other"},
    lockNames = {"WaitsWithBoth.outer", "WaitsWithBoth.inner"},
    summary = {"keeps WaitsWithBoth.inner while it waits", "then takes WaitsWithBoth.outer again"})
public final class WaitsWithBoth {
  private static final Object outer = new Object();
  private static final Object inner = new Object();
  private static boolean waiting;
  private static boolean ready;

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Thread sleeper = Stage.start("sleeper", () -> luck.turn(0, WaitsWithBoth::sleep));
    Thread waker = Stage.start("waker", WaitsWithBoth::wake);
    Thread other = Stage.start("other", () -> luck.turn(1, WaitsWithBoth::nest));
    Stage.join(sleeper, waker, other);
    System.out.println("lucky");
  }

  private static void sleep() throws InterruptedException {
    synchronized (outer) {
      synchronized (inner) { // holds
        waiting = true;
        while (!ready) {
          outer.wait(); // waits
        }
      }
    }
  }

  private static void wake() {
    boolean done = false;
    while (!done) {
      synchronized (outer) {
        done = waiting;
        ready = done;
        outer.notifyAll();
      }
    }
  }

  private static void nest() {
    synchronized (outer) { // holds
      synchronized (inner) { // waits
        System.out.println("nested");
      }
    }
  }
}
