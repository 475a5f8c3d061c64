package verdicts.clean.stalls.loans;

import verdicts.Clean;
import verdicts.Rack;
import verdicts.Stage;

/** Those who have borrowed are gone, and left what they had to one who brings it back. */
@Clean(options = "stall-threshold=4s")
public final class KeptForLater {
  private static final class Keeper implements Runnable {
    private final Rack rack;
    private Rack.Bike kept;

    Keeper(Rack rack) {
      this.rack = rack;
    }

    @Override
    public void run() {
      Stage.sleep(12_000);
      rack.returnObject(kept);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Rack rack = new Rack(1);
    Keeper keeper = new Keeper(rack);
    Stage.join(Stage.start("rider", () -> keeper.kept = rack.borrowObject()));
    new Thread(keeper, "keeper").start();
    Stage.join(
        Stage.start("walker", () -> System.out.println("bike " + rack.borrowObject().number())));
  }
}
