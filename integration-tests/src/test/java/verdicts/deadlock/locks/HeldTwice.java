package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Taken twice and given back once is still held. */
@Verdict(threads = {"a", "b"})
public final class HeldTwice {
  private static void cross(ReentrantLock first, ReentrantLock second, Meeting meeting) {
    first.lock();
    first.lock();
    first.unlock();
    meeting.meet();
    second.lock();
  }

  public static void main(String[] args) {
    ReentrantLock left = new ReentrantLock();
    ReentrantLock right = new ReentrantLock(true);
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left, right, meeting)),
        Stage.start("b", () -> cross(right, left, meeting)));
  }
}
