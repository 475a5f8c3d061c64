package verdicts.stall.given;

import verdicts.Stage;
import verdicts.Verdict;

/** The one who notifies comes first, and leaves no trace for the one who waits. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "waiter",
    summary = {"signal", "notifier has ended"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class MissedNotify {
  private final Object bell = new Object();

  private void ring() {
    synchronized (bell) {
      bell.notifyAll();
    }
  }

  private void await() throws InterruptedException {
    synchronized (bell) {
      bell.wait(); // waits
    }
  }

  public static void main(String[] args) throws InterruptedException {
    MissedNotify door = new MissedNotify();
    Stage.join(Stage.start("notifier", door::ring));
    Stage.stuck(Stage.start("waiter", door::await));
  }
}
