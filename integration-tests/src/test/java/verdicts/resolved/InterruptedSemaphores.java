package verdicts.resolved;

import java.util.concurrent.Semaphore;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two semaphores in two orders, ended by an interrupt. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely",
    resolved = true)
public final class InterruptedSemaphores {
  private static void cross(Semaphore first, Semaphore second, Meeting meeting) {
    first.acquireUninterruptibly();
    try {
      meeting.meet();
      second.acquire();
      second.release();
    } catch (InterruptedException stopped) {
      System.out.println("gave up");
    } finally {
      first.release();
    }
  }

  public static void main(String[] args) throws Exception {
    Semaphore left = new Semaphore(1);
    Semaphore right = new Semaphore(1);
    Meeting meeting = new Meeting(2);
    Thread a = Stage.start("a", () -> cross(left, right, meeting));
    Thread b = Stage.start("b", () -> cross(right, left, meeting));
    Stage.stuck(a, b);
    a.interrupt();
    Stage.join(a, b);
    Stage.say("RESOLVED");
  }
}
