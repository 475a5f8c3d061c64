package verdicts.deadlock.virtual;

import java.util.concurrent.locks.Lock;
import verdicts.Meeting;
import verdicts.ParkingLock;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Two virtual threads and two locks that try and park. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely",
    since = 21)
public final class VirtualParkingLocks {
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
        Virtual.start("a", () -> cross(left, right, meeting)),
        Virtual.start("b", () -> cross(right, left, meeting)));
  }
}
