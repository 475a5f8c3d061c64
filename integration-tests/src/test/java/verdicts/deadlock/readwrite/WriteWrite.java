package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two write locks, two orders. */
@Verdict(threads = {"a", "b"})
public final class WriteWrite {
  public static void main(String[] args) {
    ReentrantReadWriteLock left = new ReentrantReadWriteLock();
    ReentrantReadWriteLock right = new ReentrantReadWriteLock(true);
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left, right, meeting)),
        Stage.start("b", () -> cross(right, left, meeting)));
  }

  private static void cross(
      ReentrantReadWriteLock first, ReentrantReadWriteLock second, Meeting meeting) {
    first.writeLock().lock(); // holds
    meeting.meet();
    second.writeLock().lock(); // waits
  }
}
