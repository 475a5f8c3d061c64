package verdicts.deadlock.stamped;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A read stamp became a write stamp; whoever holds it wants a lock of one that wants to read. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely")
public final class AfterConversion {
  public static void main(String[] args) {
    StampedLock stamped = new StampedLock();
    ReentrantLock plain = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              long stamp = stamped.tryConvertToWriteLock(stamped.readLock());
              meeting.meet();
              plain.lock(); // waits
              stamped.unlockWrite(stamp);
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              plain.lock(); // holds
              meeting.meet();
              stamped.unlockRead(stamped.readLock());
            });
    Stage.stuck(a, b);
  }
}
