package verdicts.deadlock.stamped;

import java.util.concurrent.locks.StampedLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Another reader makes the conversion fail; the code then waits for its own read stamp. */
@Verdict(
    threads = {"converter"},
    certainty = "likely")
public final class FailedConversion {
  public static void main(String[] args) {
    StampedLock lock = new StampedLock();
    Meeting reading = new Meeting(2);
    Meeting failed = new Meeting(2);
    Thread other =
        Stage.start(
            "other",
            () -> {
              long stamp = lock.readLock();
              reading.meet();
              failed.meet();
              lock.unlockRead(stamp);
            });
    Thread converter =
        Stage.start(
            "converter",
            () -> {
              long stamp = lock.readLock(); // holds
              reading.meet();
              if (lock.tryConvertToWriteLock(stamp) == 0) {
                failed.meet();
                stamp = lock.writeLock(); // waits
              }
              lock.unlock(stamp);
            });
    Stage.stuck(other, converter);
  }
}
