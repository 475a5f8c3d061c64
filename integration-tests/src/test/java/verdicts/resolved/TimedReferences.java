package verdicts.resolved;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Both sides give up after some seconds, and try through a method reference. */
@Verdict(
    threads = {"a", "b"},
    certainty = {"likely", "possible"},
    ends = true,
    withinSeconds = 30,
    resolved = true)
public final class TimedReferences {
  /** Tries for some time. */
  private interface Attempt {
    boolean within(long time, TimeUnit unit) throws InterruptedException;
  }

  private static void cross(Lock first, Attempt second, Meeting meeting)
      throws InterruptedException {
    first.lock();
    try {
      meeting.meet();
      second.within(9, TimeUnit.SECONDS);
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
    Stage.join(a, b);
    Stage.say("RESOLVED");
  }
}
