package verdicts.stall.loans;

import verdicts.Rack;
import verdicts.Stage;
import verdicts.Verdict;

/** All bikes were borrowed by threads that have ended and forgot to bring them back. */
@Verdict(
    kind = "stall",
    certainty = {"likely", "possible"},
    threads = "walker",
    summary = {"all 2 were borrowed and not given back", "rider", "Forgotten.ride"},
    withinSeconds = 90,
    options = "stall-threshold=4s")
public final class Forgotten {
  private static final Rack RACK = new Rack(2);

  private static void ride() throws InterruptedException {
    System.out.println(RACK.borrowObject().number());
  }

  public static void main(String[] args) throws InterruptedException {
    Stage.join(Stage.start("rider-1", Forgotten::ride));
    Stage.join(Stage.start("rider-2", Forgotten::ride));
    Stage.stuck(Stage.start("walker", Forgotten::ride));
  }
}
