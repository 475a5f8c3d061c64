package verdicts.deadlock.virtual;

import java.util.concurrent.locks.StampedLock;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual thread waits for the stamp that it holds. */
@Verdict(
    threads = {"writer"},
    certainty = "likely",
    since = 21)
public final class VirtualStamp {
  public static void main(String[] args) {
    StampedLock lock = new StampedLock();
    Stage.stuck(
        Virtual.start(
            "writer",
            () -> {
              long stamp = lock.writeLock(); // holds
              lock.unlockRead(lock.readLock()); // waits
              lock.unlockWrite(stamp);
            }));
  }
}
