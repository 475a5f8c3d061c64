package verdicts.clean.order;

import java.util.concurrent.CountDownLatch;
import verdicts.Clean;
import verdicts.Stage;

/** A latch keeps the two apart. */
@Clean
public final class LatchBetween {
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
    CountDownLatch done = new CountDownLatch(1);
    Thread a =
        Stage.start(
            "a",
            () -> {
              cross(left, right);
              done.countDown();
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              done.await();
              cross(right, left);
            });
    Stage.join(a, b);
  }
}
