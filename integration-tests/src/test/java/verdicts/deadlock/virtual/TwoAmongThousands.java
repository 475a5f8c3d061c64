package verdicts.deadlock.virtual;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Two stuck virtual threads among five thousand that sleep and lock in good order. */
@Verdict(
    threads = {"stuck-1", "stuck-2"},
    waitingBehind = 0,
    since = 21)
public final class TwoAmongThousands {
  public static void main(String[] args) {
    Lock left = new ReentrantLock();
    Lock right = new ReentrantLock();
    for (int i = 0; i < 5_000; i++) {
      Lock own = new ReentrantLock();
      Virtual.start(
          "idle-" + i,
          () -> {
            own.lock();
            while (true) {
              Stage.sleep(1_000);
            }
          });
    }
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Virtual.start("stuck-1", () -> cross(left, right, meeting)),
        Virtual.start("stuck-2", () -> cross(right, left, meeting)));
  }

  private static void cross(Lock first, Lock second, Meeting meeting) {
    first.lock(); // holds
    meeting.meet();
    second.lock(); // waits
  }
}
