package verdicts.deadlock.virtual;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Three virtual threads, three locks. */
@Verdict(
    threads = {"v1", "v2", "v3"},
    since = 21)
public final class VirtualLocks {
  private static void cross(Lock first, Lock second, Meeting meeting) {
    first.lock(); // holds
    meeting.meet();
    second.lock(); // waits
  }

  public static void main(String[] args) {
    Lock[] locks = {new ReentrantLock(), new ReentrantLock(true), new ReentrantLock()};
    Meeting meeting = new Meeting(3);
    Stage.stuck(
        Virtual.start("v1", () -> cross(locks[0], locks[1], meeting)),
        Virtual.start("v2", () -> cross(locks[1], locks[2], meeting)),
        Virtual.start("v3", () -> cross(locks[2], locks[0], meeting)));
  }
}
