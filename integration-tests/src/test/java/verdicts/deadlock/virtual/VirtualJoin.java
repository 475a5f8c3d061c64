package verdicts.deadlock.virtual;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual thread joins another that wants what it holds. */
@Verdict(
    threads = {"boss", "worker"},
    since = 21)
public final class VirtualJoin {
  public static void main(String[] args) {
    ReentrantLock lock = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread worker =
        Virtual.start(
            "worker",
            () -> {
              meeting.meet();
              lock.lock(); // waits
            });
    Thread boss =
        Virtual.start(
            "boss",
            () -> {
              lock.lock(); // holds
              meeting.meet();
              worker.join(); // waits
            });
    Stage.stuck(boss, worker);
  }
}
