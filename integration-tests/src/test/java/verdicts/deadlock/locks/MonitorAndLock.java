package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** One side is a monitor, the other a ReentrantLock. */
@Verdict(
    threads = {"book", "audit"},
    lockNames = {"MonitorAndLock.lock", "MonitorAndLock.trail"})
public final class MonitorAndLock {
  private static final ReentrantLock lock = new ReentrantLock();
  private static final Object trail = new Object();

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread book =
        Stage.start(
            "book",
            () -> {
              lock.lock(); // holds
              try {
                meeting.meet();
                synchronized (trail) { // waits
                  System.out.println("never");
                }
              } finally {
                lock.unlock();
              }
            });
    Thread audit =
        Stage.start(
            "audit",
            () -> {
              synchronized (trail) { // holds
                meeting.meet();
                lock.lock(); // waits
              }
            });
    Stage.stuck(book, audit);
  }
}
