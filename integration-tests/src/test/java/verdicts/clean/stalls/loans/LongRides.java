package verdicts.clean.stalls.loans;

import verdicts.Clean;
import verdicts.Rack;
import verdicts.Stage;

/** More riders than bikes, and each ride takes long: who waits gets one in the end. */
@Clean
public final class LongRides {
  private static final Rack RACK = new Rack(2);

  private static void ride() throws InterruptedException {
    Rack.Bike bike = RACK.borrowObject();
    Stage.sleep(5_000);
    RACK.returnObject(bike);
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] riders = new Thread[6];
    for (int i = 0; i < riders.length; i++) {
      riders[i] = Stage.start("rider-" + i, LongRides::ride);
    }
    Stage.join(riders);
    System.out.println("all have ridden");
  }
}
