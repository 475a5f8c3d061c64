package verdicts.resolved;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Both sides give up after some seconds: not a deadlock for ever, but worth telling. */
@Verdict(
    threads = {"a", "b"},
    certainty = {"likely", "possible"},
    timeoutSeconds = 20,
    resolved = true)
public final class TimedTryLocks {
  private static void cross(ReentrantLock first, ReentrantLock second, Meeting meeting)
      throws InterruptedException {
    first.lock();
    try {
      meeting.meet();
      if (second.tryLock(20, TimeUnit.SECONDS)) {
        second.unlock();
      }
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
    Stage.join(a, b);
    Stage.say("RESOLVED");
  }
}
