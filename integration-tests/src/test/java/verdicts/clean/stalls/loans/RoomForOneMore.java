package verdicts.clean.stalls.loans;

import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Rack;
import verdicts.Stage;

/** Each of two has one bike and wants a second, and there are just enough: first one, then both. */
@Clean
public final class RoomForOneMore {
  private static final Rack RACK = new Rack(3);
  private static final Meeting BOTH = new Meeting(2);

  private static void ride() throws InterruptedException {
    Rack.Bike first = RACK.borrowObject();
    BOTH.meet();
    Rack.Bike second = RACK.borrowObject();
    Stage.sleep(6_000);
    RACK.returnObject(second);
    RACK.returnObject(first);
  }

  public static void main(String[] args) throws InterruptedException {
    Stage.join(
        Stage.start("rider-1", RoomForOneMore::ride), Stage.start("rider-2", RoomForOneMore::ride));
    System.out.println("both have ridden");
  }
}
