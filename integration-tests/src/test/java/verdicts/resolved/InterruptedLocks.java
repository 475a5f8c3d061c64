package verdicts.resolved;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A deadlock that an operator ends by an interrupt. */
@Verdict(
    threads = {"a", "b"},
    resolved = true)
public final class InterruptedLocks {
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
    Thread a = Stage.start("a", () -> cross(left, right, meeting));
    Thread b = Stage.start("b", () -> cross(right, left, meeting));
    Stage.stuck(a, b);
    a.interrupt();
    Stage.join(a, b);
    Stage.say("RESOLVED");
  }
}
