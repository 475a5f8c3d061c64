package verdicts.clean.semaphores;

import java.util.concurrent.Semaphore;
import verdicts.Clean;
import verdicts.Stage;

/** Two semaphores that pass one permit back and forth: each acquires one, releases the other. */
@Clean
public final class InTurns {
  private static int steps;

  private static void play(Semaphore own, Semaphore other, long pause) throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      own.acquire();
      steps++;
      if (i == 10) {
        Stage.sleep(pause);
      }
      other.release();
    }
  }

  public static void main(String[] args) throws Exception {
    Semaphore left = new Semaphore(1);
    Semaphore right = new Semaphore(0);
    Stage.join(
        Stage.start("left", () -> play(left, right, 0)),
        Stage.start("right", () -> play(right, left, Stage.LONG_PAUSE_MILLIS)));
    System.out.println(steps);
  }
}
