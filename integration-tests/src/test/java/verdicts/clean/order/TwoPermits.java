package verdicts.clean.order;

import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Stage;

/** Two threads, two semaphores, two orders; but each semaphore has a permit for both. */
@Clean
public final class TwoPermits {
  private static final Semaphore left = new Semaphore(2);
  private static final Semaphore right = new Semaphore(2);

  private static void cross(Semaphore first, Semaphore second) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      first.acquire();
      second.acquire();
      second.release();
      first.release();
    }
  }

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("a", () -> cross(left, right)), Stage.start("b", () -> cross(right, left)));
    System.out.println(left.availablePermits() + right.availablePermits());
  }
}
