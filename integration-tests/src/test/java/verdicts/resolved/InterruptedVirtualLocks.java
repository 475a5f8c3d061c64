package verdicts.resolved;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** The same on virtual threads. */
@Verdict(
    threads = {"v1", "v2"},
    resolved = true,
    since = 21)
public final class InterruptedVirtualLocks {
  private static void cross(ReentrantLock first, ReentrantLock second, Meeting meeting) {
    first.lock();
    try {
      meeting.meet();
      second.lockInterruptibly();
      second.unlock();
    } catch (InterruptedException stopped) {
      System.out.println("gave up");
    } finally {
      first.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    ReentrantLock left = new ReentrantLock();
    ReentrantLock right = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread a = Virtual.start("v1", () -> cross(left, right, meeting));
    Thread b = Virtual.start("v2", () -> cross(right, left, meeting));
    Stage.stuck(a, b);
    b.interrupt();
    Stage.join(a, b);
    Stage.say("RESOLVED");
  }
}
