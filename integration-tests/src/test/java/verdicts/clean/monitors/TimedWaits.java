package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Stage;

/** Waits with timeouts, under two monitors, in two orders that never meet. */
@Clean
public final class TimedWaits {
  public static void main(String[] args) throws Exception {
    Object left = new Object();
    Object right = new Object();
    Thread a = Stage.start("a", () -> waitOften(left));
    Thread b = Stage.start("b", () -> waitOften(right));
    Thread c = Stage.start("c", () -> waitOften(left));
    Stage.join(a, b, c);
    System.out.println("done");
  }

  private static void waitOften(Object lock) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      synchronized (lock) {
        lock.wait(5);
        synchronized (lock) {
          lock.wait(0, 100);
          lock.notifyAll();
        }
      }
    }
  }
}
