package verdicts.clean.stalls.loans;

import java.lang.reflect.Method;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Rack;
import verdicts.Stage;

/** Both bring their bikes back by reflection, and wait for those who are on the way with them. */
@Clean
public final class BroughtBackUnseen {
  private static final Rack RACK = new Rack(2);
  private static final Meeting BACK = new Meeting(4);

  private static void borrowTwice() throws Exception {
    Method back = Rack.class.getMethod("returnObject", Object.class);
    back.invoke(RACK, RACK.borrowObject());
    BACK.meet();
    Stage.sleep(1_000);
    RACK.returnObject(RACK.borrowObject());
  }

  private static void ride() throws InterruptedException {
    BACK.meet();
    Rack.Bike bike = RACK.borrowObject();
    Stage.sleep(8_000);
    RACK.returnObject(bike);
  }

  public static void main(String[] args) throws InterruptedException {
    Stage.join(
        Stage.start("borrower-1", BroughtBackUnseen::borrowTwice),
        Stage.start("borrower-2", BroughtBackUnseen::borrowTwice),
        Stage.start("rider-1", BroughtBackUnseen::ride),
        Stage.start("rider-2", BroughtBackUnseen::ride));
    System.out.println("all are back");
  }
}
