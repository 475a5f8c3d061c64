package verdicts.deadlock.locks;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Locks in an array, chosen by hash. */
@Verdict(threads = {"move-1", "move-2"})
public final class StripedLocks {
  private static final Lock[] stripes = new Lock[8];

  private static void move(int from, int to, Meeting meeting) {
    stripes[from % stripes.length].lock(); // holds
    meeting.meet();
    stripes[to % stripes.length].lock(); // waits
  }

  public static void main(String[] args) {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new ReentrantLock();
    }
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("move-1", () -> move(3, 14, meeting)),
        Stage.start("move-2", () -> move(6, 11, meeting)));
  }
}
