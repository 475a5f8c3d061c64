package verdicts.deadlock.stamped;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two stamped locks, two orders, and a view that looks like an ordinary lock. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely")
public final class CrossedStamps {
  public static void main(String[] args) {
    StampedLock left = new StampedLock();
    StampedLock right = new StampedLock();
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              long stamp = left.writeLock();
              meeting.meet();
              right.asWriteLock().lock();
              left.unlockWrite(stamp);
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              Lock view = right.asWriteLock();
              view.lock();
              meeting.meet();
              left.unlockRead(left.readLock());
            });
    Stage.stuck(a, b);
  }
}
