package verdicts.resolved;

import verdicts.Meeting;
import verdicts.Rack;
import verdicts.Stage;
import verdicts.Verdict;

/** Two who want one more object of a pool of two; one is interrupted, and gives its own back. */
@Verdict(
    kind = "stall",
    threads = {"a", "b"},
    certainty = "likely",
    withinSeconds = 30,
    resolved = true)
public final class InterruptedBorrowers {
  private static final Rack RACK = new Rack(2);

  private static void ride(Meeting meeting) throws InterruptedException {
    Rack.Bike first = RACK.borrowObject();
    try {
      meeting.meet();
      RACK.returnObject(RACK.borrowObject());
    } catch (InterruptedException stopped) {
      System.out.println("gave up");
    } finally {
      RACK.returnObject(first);
    }
  }

  public static void main(String[] args) throws Exception {
    Meeting meeting = new Meeting(2);
    Thread a = Stage.start("a", () -> ride(meeting));
    Thread b = Stage.start("b", () -> ride(meeting));
    Stage.stuck(a, b);
    a.interrupt();
    Stage.join(a, b);
    Stage.say("RESOLVED");
  }
}
