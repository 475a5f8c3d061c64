package verdicts.deadlock.semaphores;

import java.util.concurrent.Semaphore;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Mutexes of a class of their own, and called by it. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely",
    lockNames = {"first", "second"})
public final class SubclassedSemaphores {
  /** A semaphore of one permit. */
  static final class Mutex extends Semaphore {
    private static final long serialVersionUID = 1;

    Mutex() {
      super(1);
    }
  }

  private static void cross(Mutex first, Mutex second, Meeting meeting)
      throws InterruptedException {
    first.acquire(); // holds
    meeting.meet();
    second.acquire(); // waits
    second.release();
    first.release();
  }

  public static void main(String[] args) {
    Mutex left = new Mutex();
    Mutex right = new Mutex();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left, right, meeting)),
        Stage.start("b", () -> cross(right, left, meeting)));
  }
}
