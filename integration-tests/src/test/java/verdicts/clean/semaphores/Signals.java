package verdicts.clean.semaphores;

import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Stage;

/** Semaphores as signals: one side only acquires, the other only releases. */
@Clean
public final class Signals {
  public static void main(String[] args) throws Exception {
    Semaphore ping = new Semaphore(0);
    Semaphore pong = new Semaphore(0);
    Thread a =
        Stage.start(
            "a",
            () -> {
              for (int i = 0; i < 1_000; i++) {
                ping.release();
                pong.acquire();
              }
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              for (int i = 0; i < 1_000; i++) {
                ping.acquire();
                if (i == 500) {
                  Stage.longPause();
                }
                pong.release();
              }
            });
    Stage.join(a, b);
    System.out.println(ping.availablePermits() + pong.availablePermits());
  }
}
