package verdicts.deadlock.semaphores;

import java.util.concurrent.Semaphore;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Binary semaphores used as locks, in two orders. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely",
    lockNames = {"TwoMutexes.left"})
public final class TwoMutexes {
  private static final Semaphore left = new Semaphore(1);
  private static final Semaphore right = new Semaphore(1);

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              left.acquire(); // holds
              meeting.meet();
              right.acquire(); // waits
              right.release();
              left.release();
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              right.acquireUninterruptibly(); // holds
              meeting.meet();
              left.acquireUninterruptibly(); // waits
              left.release();
              right.release();
            });
    Stage.stuck(a, b);
  }
}
