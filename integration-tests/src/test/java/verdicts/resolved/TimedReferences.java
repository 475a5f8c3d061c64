package verdicts.resolved;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Both sides would give up after some time, and try through a method reference. */
@Verdict(
    threads = {"a", "b"},
    certainty = {"likely", "possible"},
    timeoutSeconds = 3_600,
    resolved = true)
public final class TimedReferences {
  /** Tries for some time. */
  private interface Attempt {
    boolean within(long time, TimeUnit unit) throws InterruptedException;
  }

  private static void cross(Lock first, Attempt second, Meeting meeting) {
    first.lock();
    try {
      meeting.meet();
      second.within(1, TimeUnit.HOURS);
    } catch (InterruptedException stopped) {
      System.out.println("gave up");
    } finally {
      first.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Lock left = new ReentrantLock();
    Lock right = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread a = Stage.start("a", () -> cross(left, right::tryLock, meeting));
    Thread b = Stage.start("b", () -> cross(right, left::tryLock, meeting));
    Stage.stuck(a, b);
    a.interrupt();
    b.interrupt();
    Stage.join(a, b);
    Stage.say("RESOLVED");
  }
}
