package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Stage;

/** Two orders, but only ever behind a gate: they cannot meet. */
@Clean
public final class GateLock {
  private static final Object gate = new Object();
  private static int count;

  private static void cross(Object first, Object second) {
    for (int i = 0; i < 20_000; i++) {
      synchronized (gate) {
        synchronized (first) {
          synchronized (second) {
            count++;
          }
        }
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Object left = new Object();
    Object right = new Object();
    Stage.join(
        Stage.start("a", () -> cross(left, right)), Stage.start("b", () -> cross(right, left)));
    System.out.println(count);
  }
}
