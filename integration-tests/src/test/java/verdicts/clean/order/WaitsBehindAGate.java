package verdicts.clean.order;

import verdicts.Clean;
import verdicts.Stage;

/** Who waits with both keeps the gate too, so the other cannot stand between the two. */
@Clean
public final class WaitsBehindAGate {
  private static final Object gate = new Object();
  private static final Object outer = new Object();
  private static final Object inner = new Object();
  private static int count;

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("sleeper", WaitsBehindAGate::sleep),
        Stage.start("other", WaitsBehindAGate::nest));
    System.out.println(count);
  }

  private static void sleep() throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      synchronized (gate) {
        synchronized (outer) {
          synchronized (inner) {
            outer.wait(1);
            count++;
          }
        }
      }
    }
  }

  private static void nest() {
    for (int i = 0; i < 50; i++) {
      synchronized (gate) {
        synchronized (outer) {
          synchronized (inner) {
            count++;
          }
        }
      }
    }
  }
}
