package verdicts.clean.order;

import verdicts.Clean;
import verdicts.Stage;

/** One thread takes two locks in both orders; another takes each of them alone. */
@Clean
public final class OneThreadBothOrders {
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  public static void main(String[] args) throws Exception {
    Thread both =
        Stage.start(
            "both",
            () -> {
              for (int i = 0; i < 1_000; i++) {
                cross(left, right);
                cross(right, left);
              }
            });
    Thread single =
        Stage.start(
            "single",
            () -> {
              for (int i = 0; i < 1_000; i++) {
                alone(left);
                alone(right);
              }
            });
    Stage.join(both, single);
    System.out.println(count);
  }

  private static void cross(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        count++;
      }
    }
  }

  private static void alone(Object lock) {
    synchronized (lock) {
      Thread.yield();
    }
  }
}
