package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Stage;
import verdicts.Verdict;

/** The same with a fair lock, its views kept in fields, and the reader re-entered. */
@Verdict(threads = {"upgrader"})
public final class UpgradeByViews {
  private static final ReadWriteLock both = new ReentrantReadWriteLock(true);
  private static final Lock reading = both.readLock();
  private static final Lock writing = both.writeLock();

  public static void main(String[] args) {
    Thread upgrader =
        Stage.start(
            "upgrader",
            () -> {
              reading.lock();
              reading.lock();
              reading.unlock();
              writing.lock(); // waits
            });
    Stage.stuck(upgrader);
  }
}
