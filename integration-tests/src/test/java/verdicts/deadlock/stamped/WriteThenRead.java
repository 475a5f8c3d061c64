package verdicts.deadlock.stamped;

import java.util.concurrent.locks.StampedLock;
import verdicts.Stage;
import verdicts.Verdict;

/** A writer that wants to read what it writes. */
@Verdict(
    threads = {"writer"},
    certainty = "likely")
public final class WriteThenRead {
  private final StampedLock lock = new StampedLock();
  private int value;

  int get() {
    long stamp = lock.readLock(); // waits
    try {
      return value;
    } finally {
      lock.unlockRead(stamp);
    }
  }

  void increment() {
    long stamp = lock.writeLock(); // holds
    try {
      value = get() + 1;
    } finally {
      lock.unlock(stamp);
    }
  }

  public static void main(String[] args) {
    WriteThenRead counter = new WriteThenRead();
    Stage.stuck(Stage.start("writer", counter::increment));
  }
}
