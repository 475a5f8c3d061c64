package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** The first lock is given back before the second; what is left is a cycle of two. */
@Verdict(
    threads = {"a", "b"},
    waitingBehind = 0)
public final class ReleasedOutOfOrder {
  public static void main(String[] args) {
    ReentrantLock first = new ReentrantLock();
    ReentrantLock second = new ReentrantLock();
    ReentrantLock third = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              first.lock();
              second.lock(); // holds
              first.unlock();
              meeting.meet();
              third.lock(); // waits
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              third.lock(); // holds
              meeting.meet();
              first.lock(); // holds
              second.lock(); // waits
            });
    Stage.stuck(a, b);
  }
}
