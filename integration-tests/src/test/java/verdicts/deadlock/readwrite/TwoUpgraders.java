package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Body;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two readers both ask for the write lock: each waits for the other, and for itself. */
@Verdict(threads = {"a", "b"})
public final class TwoUpgraders {
  public static void main(String[] args) {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Meeting meeting = new Meeting(2);
    Body upgrade =
        () -> {
          lock.readLock().lock(); // holds
          meeting.meet();
          lock.writeLock().lock(); // waits
        };
    Stage.stuck(Stage.start("a", upgrade), Stage.start("b", upgrade));
  }
}
