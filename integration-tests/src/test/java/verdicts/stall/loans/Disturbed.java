package verdicts.stall.loans;

import verdicts.Meeting;
import verdicts.Rack;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * As {@link Exhausted}, but all who wait are woken now and then, and find a busy monitor: they have
 * not moved for that.
 */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"rider-1", "rider-2"},
    summary = {"one more object of a pool of 2", "2 objects are borrowed"},
    lockNames = "Disturbed.RACK",
    withinSeconds = 30)
public final class Disturbed {
  private static final long BUSY_MILLIS = 1_500;
  private static final Rack RACK = new Rack(2);
  private static final Meeting BOTH = new Meeting(2);

  private static void ride() throws InterruptedException {
    Rack.Bike first = RACK.borrowObject(); // holds
    BOTH.meet();
    Rack.Bike second = RACK.borrowObject(); // waits
    RACK.returnObject(second);
    RACK.returnObject(first);
  }

  private static void tidy() {
    while (true) {
      Stage.sleep(Stage.LONG_PAUSE_MILLIS);
      synchronized (RACK) {
        RACK.notifyAll();
        Stage.sleep(BUSY_MILLIS);
      }
    }
  }

  public static void main(String[] args) {
    Thread one = Stage.start("rider-1", Disturbed::ride);
    Thread other = Stage.start("rider-2", Disturbed::ride);
    Stage.start("tidier", Disturbed::tidy);
    Stage.stuck(one, other);
  }
}
