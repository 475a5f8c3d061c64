package verdicts.clean.stalls.loans;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Rack;
import verdicts.Stage;

/** One thread borrows all bikes and waits for one more; other threads bring them back. */
@Clean
public final class BroughtBackByOthers {
  private static void bringBack(Rack rack, Rack.Bike bike) {
    Stage.sleep(8_000);
    rack.returnObject(bike);
  }

  public static void main(String[] args) throws Exception {
    Rack rack = new Rack(2);
    ExecutorService riders = Executors.newFixedThreadPool(2);
    List<Future<?>> rides = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Rack.Bike bike = rack.borrowObject();
      rides.add(riders.submit(() -> bringBack(rack, bike)));
    }
    for (Future<?> ride : rides) {
      ride.get();
    }
    riders.shutdown();
    System.out.println("all are back");
  }
}
