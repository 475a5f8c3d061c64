package verdicts.stall;

import java.util.concurrent.Semaphore;
import verdicts.Stage;
import verdicts.Verdict;

/** A thread ends without giving back the permit that it took; those before it did. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"third", "fourth"},
    summary = "permit",
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class LostPermit {
  private static final Semaphore connections = new Semaphore(1);

  private static void query(boolean fails) throws InterruptedException {
    connections.acquire(); // waits
    if (fails) {
      return;
    }
    connections.release();
  }

  public static void main(String[] args) throws InterruptedException {
    Stage.join(Stage.start("first", () -> query(false)));
    Stage.join(Stage.start("second", () -> query(true)));
    Thread third = Stage.start("third", () -> query(false));
    Thread fourth = Stage.start("fourth", () -> query(false));
    Stage.stuck(third, fourth);
  }
}
