package verdicts.stall.loans;

import verdicts.Rack;
import verdicts.Stage;
import verdicts.Verdict;

/** A pool within a pool, of one: who has that one wants a second. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "rider",
    summary = {"one more object of a pool of 1", "1 object is borrowed by the thread"})
public final class Second {
  private static final Shed SHED = new Shed();

  private static final class Shed {
    private final Rack rack = new Rack(1);

    Rack.Bike borrowObject() throws InterruptedException {
      return rack.borrowObject();
    }
  }

  private static void ride() throws InterruptedException {
    Rack.Bike first = SHED.borrowObject();
    Rack.Bike second = SHED.borrowObject();
    System.out.println(first.number() + " and " + second.number());
  }

  public static void main(String[] args) {
    Stage.stuck(Stage.start("rider", Second::ride));
  }
}
