package verdicts.deadlock.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** What is held was taken by tryLock, plain and timed; what is wanted is wanted for ever. */
@Verdict(threads = {"a", "b"})
public final class TriedThenStuck {
  public static void main(String[] args) {
    Lock left = new ReentrantLock();
    Lock right = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              if (left.tryLock()) { // holds
                meeting.meet();
                right.lock(); // waits
              }
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              if (right.tryLock(5, TimeUnit.SECONDS)) { // holds
                meeting.meet();
                left.lock(); // waits
              }
            });
    Stage.stuck(a, b);
  }
}
