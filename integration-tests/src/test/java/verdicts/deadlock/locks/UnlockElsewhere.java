package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Locks that are taken in one method and given back in another. */
@Verdict(
    threads = {"a", "b"},
    lockNames = {"UnlockElsewhere.lock"})
public final class UnlockElsewhere {
  private final ReentrantLock lock = new ReentrantLock();

  void begin() {
    lock.lock(); // holds // waits
  }

  void end() {
    lock.unlock();
  }

  public static void main(String[] args) {
    UnlockElsewhere left = new UnlockElsewhere();
    UnlockElsewhere right = new UnlockElsewhere();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left, right, meeting)),
        Stage.start("b", () -> cross(right, left, meeting)));
  }

  private static void cross(UnlockElsewhere first, UnlockElsewhere second, Meeting meeting) {
    for (int i = 0; i < 1000; i++) {
      first.begin();
      first.begin();
      first.end();
      first.end();
    }
    first.begin();
    meeting.meet();
    second.begin();
    second.end();
    first.end();
  }
}
