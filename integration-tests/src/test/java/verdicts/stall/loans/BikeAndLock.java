package verdicts.stall.loans;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Rack;
import verdicts.Stage;
import verdicts.Verdict;

/** One has the only bike and wants the key; the other has the key and wants a bike. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"rider", "keeper"},
    summary = "each other")
public final class BikeAndLock {
  private static final Rack RACK = new Rack(1);
  private static final ReentrantLock KEY = new ReentrantLock();
  private static final Meeting BOTH = new Meeting(2);

  private static void ride() throws InterruptedException {
    Rack.Bike bike = RACK.borrowObject(); // holds
    BOTH.meet();
    KEY.lock(); // waits
    KEY.unlock();
    RACK.returnObject(bike);
  }

  private static void keep() throws InterruptedException {
    KEY.lock(); // holds
    BOTH.meet();
    RACK.returnObject(RACK.borrowObject()); // waits
    KEY.unlock();
  }

  public static void main(String[] args) {
    Stage.stuck(Stage.start("rider", BikeAndLock::ride), Stage.start("keeper", BikeAndLock::keep));
  }
}
