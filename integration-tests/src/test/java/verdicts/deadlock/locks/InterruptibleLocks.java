package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** lockInterruptibly, which nobody interrupts. */
@Verdict(threads = {"a", "b"})
public final class InterruptibleLocks {
  private final ReentrantLock lock = new ReentrantLock();

  private void cross(InterruptibleLocks other, Meeting meeting) throws InterruptedException {
    lock.lockInterruptibly(); // holds
    meeting.meet();
    other.lock.lockInterruptibly(); // waits
  }

  public static void main(String[] args) {
    InterruptibleLocks left = new InterruptibleLocks();
    InterruptibleLocks right = new InterruptibleLocks();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> left.cross(right, meeting)),
        Stage.start("b", () -> right.cross(left, meeting)));
  }
}
