package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** The monitor was taken twice, and is given up as a whole: what was taken between is kept. */
@Predicted(
    threads = {"sleeper", "other"},
    lockNames = {"this", "WaitsDeepInside.log"})
public final class WaitsDeepInside {
  private final Object log = new Object();
  private int count;

  private synchronized void sleep() throws InterruptedException {
    synchronized (log) { // holds
      pause();
    }
  }

  private synchronized void pause() throws InterruptedException {
    wait(1, 500_000); // waits
    count++;
  }

  private synchronized void nest() {
    count++; // holds
    synchronized (log) { // waits
      count++;
    }
  }

  public static void main(String[] args) throws Exception {
    WaitsDeepInside both = new WaitsDeepInside();
    Luck luck = new Luck();
    Stage.join(
        Stage.start("sleeper", () -> luck.turn(0, both::sleep)),
        Stage.start("other", () -> luck.turn(1, both::nest)));
    System.out.println(both.count);
  }
}
