package verdicts.stall.loans;

import verdicts.Meeting;
import verdicts.Rack;
import verdicts.Stage;
import verdicts.Verdict;

/** Two riders have one bike each, which is all there are, and want a second. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"rider-1", "rider-2"},
    summary = {"one more object of a pool of 2", "2 objects are borrowed"},
    lockNames = "Exhausted.RACK")
public final class Exhausted {
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
    Stage.stuck(Stage.start("rider-1", Exhausted::ride), Stage.start("rider-2", Exhausted::ride));
  }
}
