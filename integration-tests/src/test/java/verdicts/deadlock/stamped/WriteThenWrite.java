package verdicts.deadlock.stamped;

import java.util.concurrent.locks.StampedLock;
import verdicts.Stage;
import verdicts.Verdict;

/** A StampedLock is not reentrant: its writer waits for itself. */
@Verdict(
    threads = {"writer"},
    certainty = "likely",
    lockNames = {"WriteThenWrite.lock"})
public final class WriteThenWrite {
  private static final StampedLock lock = new StampedLock();

  public static void main(String[] args) {
    Thread writer =
        Stage.start(
            "writer",
            () -> {
              long stamp = lock.writeLock(); // holds
              long again = lock.writeLock(); // waits
              lock.unlockWrite(again);
              lock.unlockWrite(stamp);
            });
    Stage.stuck(writer);
  }
}
