package verdicts.deadlock.locks;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.WaitingLock;

/** A lock built on wait and notify, called by its own type, and a monitor; earlier tries failed. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely",
    lockNames = {"monitor", "own"})
public final class WaitingLockAndMonitor {
  public static void main(String[] args) {
    WaitingLock own = new WaitingLock();
    WaitingLock other = new WaitingLock();
    Object monitor = new Object();
    Meeting meeting = new Meeting(2);
    other.lock();
    Stage.stuck(
        Stage.start(
            "a",
            () -> {
              own.lock(); // holds
              meeting.meet();
              synchronized (monitor) { // waits
                System.out.println("never");
              }
            }),
        Stage.start(
            "b",
            () -> {
              giveUpOn(other);
              synchronized (monitor) { // holds
                meeting.meet();
                own.lock(); // waits
              }
            }));
  }

  private static void giveUpOn(WaitingLock lock) {
    Thread.currentThread().interrupt();
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException expected) {
      return;
    }
  }
}
