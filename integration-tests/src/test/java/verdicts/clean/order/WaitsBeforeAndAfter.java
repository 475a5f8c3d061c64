package verdicts.clean.order;

import verdicts.Clean;
import verdicts.Stage;

/** One waits with both locks, but the others have ended by then, or are started afterwards. */
@Clean
public final class WaitsBeforeAndAfter {
  private static final Object outer = new Object();
  private static final Object inner = new Object();
  private static int count;

  public static void main(String[] args) throws Exception {
    Stage.join(Stage.start("before", WaitsBeforeAndAfter::nest));
    synchronized (outer) {
      synchronized (inner) {
        outer.wait(1);
        count++;
      }
    }
    Stage.join(Stage.start("after", WaitsBeforeAndAfter::nest));
    System.out.println(count);
  }

  private static void nest() {
    synchronized (outer) {
      synchronized (inner) {
        count++;
      }
    }
  }
}
