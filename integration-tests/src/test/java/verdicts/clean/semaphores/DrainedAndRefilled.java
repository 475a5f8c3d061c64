package verdicts.clean.semaphores;

import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Stage;

/** Permits are drained by one and refilled by another that never acquired any. */
@Clean
public final class DrainedAndRefilled {
  public static void main(String[] args) throws Exception {
    Semaphore permits = new Semaphore(2);
    Thread refill =
        Stage.start(
            "refill",
            () -> {
              for (int i = 0; i < 10; i++) {
                Stage.sleep(120);
                permits.release(2);
              }
            });
    Thread drain =
        Stage.start(
            "drain",
            () -> {
              permits.drainPermits();
              for (int i = 0; i < 10; i++) {
                permits.acquire(2);
              }
            });
    Stage.join(refill, drain);
    System.out.println(permits.availablePermits());
  }
}
