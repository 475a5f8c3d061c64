package verdicts.clean.order;

import verdicts.Clean;
import verdicts.Stage;

/** Main takes two locks in one order, and only then starts those who take them in the other. */
@Clean
public final class StartedAfterwards {
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  private static void cross(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        count++;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    cross(left, right);
    Thread parent =
        Stage.start(
            "parent",
            () -> {
              Thread child = Stage.start("child", () -> cross(right, left));
              child.join();
            });
    parent.join();
    System.out.println(count);
  }
}
