package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** The JVM ends by exit, right after. */
@Predicted(threads = {"a", "b"})
public final class SoonOver {
  private static final Object left = new Object();
  private static final Object right = new Object();

  private static void cross(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        System.out.println("crossed");
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.start("a", () -> luck.turn(0, () -> cross(left, right)));
    Stage.start("b", () -> luck.turn(1, () -> cross(right, left)));
    luck.turn(2, () -> System.exit(0));
  }
}
