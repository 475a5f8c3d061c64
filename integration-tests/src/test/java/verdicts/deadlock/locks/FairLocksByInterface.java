package verdicts.deadlock.locks;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Fair locks, known to the code as Lock only, in a cycle of three. */
@Verdict(threads = {"one", "two", "three"})
public final class FairLocksByInterface {
  private static void cross(Lock first, Lock second, Meeting meeting) {
    first.lock(); // holds
    meeting.meet();
    second.lock(); // waits
  }

  public static void main(String[] args) {
    List<Lock> locks =
        List.of(new ReentrantLock(true), new ReentrantLock(true), new ReentrantLock(true));
    Meeting meeting = new Meeting(3);
    Stage.stuck(
        Stage.start("one", () -> cross(locks.get(0), locks.get(1), meeting)),
        Stage.start("two", () -> cross(locks.get(1), locks.get(2), meeting)),
        Stage.start("three", () -> cross(locks.get(2), locks.get(0), meeting)));
  }
}
