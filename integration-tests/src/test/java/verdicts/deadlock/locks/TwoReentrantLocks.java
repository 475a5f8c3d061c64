package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** The classic, with explicit locks. */
@Verdict(
    threads = {"a", "b"},
    lockNames = {"TwoReentrantLocks.left", "TwoReentrantLocks.right"})
public final class TwoReentrantLocks {
  private static final ReentrantLock left = new ReentrantLock();
  private static final ReentrantLock right = new ReentrantLock();

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              left.lock(); // holds
              try {
                meeting.meet();
                right.lock(); // waits
                right.unlock();
              } finally {
                left.unlock();
              }
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              right.lock(); // holds
              try {
                meeting.meet();
                left.lock(); // waits
                left.unlock();
              } finally {
                right.unlock();
              }
            });
    Stage.stuck(a, b);
  }
}
