package verdicts.clean.stalls.loans;

import verdicts.Clean;
import verdicts.Rack;
import verdicts.Stage;

/** A thread of a class of its own will bring back what it has from a shelf that has no code. */
@Clean(options = "stall-threshold=1s")
public final class KeptOnShelf {
  private static final class Shelf {
    private Rack.Bike bike;
  }

  private static final class Keeper extends Thread {
    private final Rack rack;
    private final Shelf shelf;

    Keeper(Rack rack, Shelf shelf) {
      super("keeper");
      this.rack = rack;
      this.shelf = shelf;
    }

    @Override
    public void run() {
      Stage.sleep(6_000);
      rack.returnObject(shelf.bike);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Rack rack = new Rack(1);
    Shelf shelf = new Shelf();
    Keeper keeper = new Keeper(rack, shelf);
    Stage.join(Stage.start("rider", () -> shelf.bike = rack.borrowObject()));
    keeper.start();
    Stage.join(
        Stage.start("walker", () -> System.out.println("bike " + rack.borrowObject().number())));
  }
}
