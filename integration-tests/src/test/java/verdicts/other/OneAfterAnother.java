package verdicts.other;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;

/** Each time it is told to go on, two more threads wait for each other. */
public final class OneAfterAnother {
  private static void cross(ReentrantLock first, ReentrantLock second, Meeting meeting) {
    first.lock();
    meeting.meet();
    second.lock();
  }

  public static void main(String[] args) {
    while (true) {
      Stage.say("READY");
      ReentrantLock left = new ReentrantLock();
      ReentrantLock right = new ReentrantLock();
      Meeting meeting = new Meeting(2);
      Stage.start("left", () -> cross(left, right, meeting));
      Stage.start("right", () -> cross(right, left, meeting));
    }
  }
}
