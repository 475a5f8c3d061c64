package verdicts.stall.loans;

import verdicts.Meeting;
import verdicts.Rack;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** The same as {@link Exhausted} on virtual threads. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"rider-1", "rider-2"},
    summary = "one more object of a pool of 2",
    since = 21)
public final class VirtualRiders {
  private static final Rack RACK = new Rack(2);
  private static final Meeting BOTH = new Meeting(2);

  private static void ride() throws InterruptedException {
    Rack.Bike first = RACK.borrowObject(); // holds
    BOTH.meet();
    Rack.Bike second = RACK.borrowObject(); // waits
    RACK.returnObject(second);
    RACK.returnObject(first);
  }

  public static void main(String[] args) {
    Stage.stuck(
        Virtual.start("rider-1", VirtualRiders::ride),
        Virtual.start("rider-2", VirtualRiders::ride));
  }
}
