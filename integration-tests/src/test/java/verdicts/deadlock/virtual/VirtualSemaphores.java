package verdicts.deadlock.virtual;

import java.util.concurrent.Semaphore;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Two virtual threads, two binary semaphores. */
@Verdict(
    threads = {"v1", "v2"},
    certainty = "likely",
    since = 21)
public final class VirtualSemaphores {
  public static void main(String[] args) {
    Semaphore left = new Semaphore(1);
    Semaphore right = new Semaphore(1);
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Virtual.start("v1", () -> cross(left, right, meeting)),
        Virtual.start("v2", () -> cross(right, left, meeting)));
  }

  private static void cross(Semaphore first, Semaphore second, Meeting meeting)
      throws InterruptedException {
    first.acquire(); // holds
    meeting.meet();
    second.acquire(); // waits
  }
}
