package verdicts.clean.order;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Two locks in two orders, but never both at once. */
@Clean
public final class ReleasedBetween {
  private static final ReentrantLock left = new ReentrantLock();
  private static final Object right = new Object();
  private static int count;

  private static void left() {
    left.lock();
    try {
      count++;
    } finally {
      left.unlock();
    }
  }

  private static void right() {
    synchronized (right) {
      Thread.yield();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread a =
        Stage.start(
            "a",
            () -> {
              for (int i = 0; i < 500; i++) {
                left();
                right();
              }
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              for (int i = 0; i < 500; i++) {
                right();
                left();
              }
            });
    Stage.join(a, b);
    System.out.println(count);
  }
}
