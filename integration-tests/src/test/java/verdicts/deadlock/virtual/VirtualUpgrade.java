package verdicts.deadlock.virtual;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual reader asks for the write lock. */
@Verdict(
    threads = {"upgrader"},
    since = 21)
public final class VirtualUpgrade {
  public static void main(String[] args) {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Stage.stuck(
        Virtual.start(
            "upgrader",
            () -> {
              lock.readLock().lock(); // holds
              lock.writeLock().lock(); // waits
            }));
  }
}
