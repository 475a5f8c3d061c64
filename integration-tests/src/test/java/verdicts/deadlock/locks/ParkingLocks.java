package verdicts.deadlock.locks;

import java.util.concurrent.locks.Lock;
import verdicts.Meeting;
import verdicts.ParkingLock;
import verdicts.Stage;
import verdicts.Verdict;

/** Two locks of an application's own making that try and park. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely")
public final class ParkingLocks {
  private static void cross(Lock first, Lock second, Meeting meeting) {
    first.lock(); // holds
    meeting.meet();
    second.lock(); // waits
  }

  public static void main(String[] args) {
    Lock left = new ParkingLock();
    Lock right = new ParkingLock();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left, right, meeting)),
        Stage.start("b", () -> cross(right, left, meeting)));
  }
}
