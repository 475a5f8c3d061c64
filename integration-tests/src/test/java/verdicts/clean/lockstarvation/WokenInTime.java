package verdicts.clean.lockstarvation;

import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.SlowMutex;
import verdicts.Stage;

/** A waiter takes its time to take the lock once it was woken; but each time it gets it. */
@Clean(
    says = "all turns taken\n",
    options = {"lock-threshold=3s", "grace=0"})
public final class WokenInTime {
  private static final int TURNS = 8;
  private static final long MILLIS = 300;

  public static void main(String[] args) throws Exception {
    SlowMutex mutex = new SlowMutex("waiter");
    Semaphore turns = new Semaphore(0);
    mutex.take();
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              for (int turn = 0; turn < TURNS; turn++) {
                mutex.take();
                mutex.giveBack();
                turns.release();
              }
            });
    for (int turn = 0; turn < TURNS; turn++) {
      Stage.sleep(MILLIS);
      mutex.beSlow(true);
      mutex.giveBack();
      Stage.sleep(MILLIS);
      mutex.beSlow(false);
      turns.acquire();
      mutex.take();
    }
    mutex.giveBack();
    waiter.join();
    System.out.println("all turns taken");
  }
}
