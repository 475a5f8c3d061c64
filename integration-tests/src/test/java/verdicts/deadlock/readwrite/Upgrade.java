package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Stage;
import verdicts.Verdict;

/** A reader asks for the write lock and waits for itself. */
@Verdict(
    threads = {"upgrader"},
    lockNames = {"Upgrade.lock"})
public final class Upgrade {
  private static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  public static void main(String[] args) {
    Thread upgrader =
        Stage.start(
            "upgrader",
            () -> {
              lock.readLock().lock(); // holds
              try {
                lock.writeLock().lock(); // waits
                lock.writeLock().unlock();
              } finally {
                lock.readLock().unlock();
              }
            });
    Stage.stuck(upgrader);
  }
}
