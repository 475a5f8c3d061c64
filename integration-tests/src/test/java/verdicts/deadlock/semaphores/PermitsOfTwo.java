package verdicts.deadlock.semaphores;

import java.util.concurrent.Semaphore;
import verdicts.Body;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two threads hold two of four permits each, and both want two more. */
@Verdict(
    threads = {"a", "b"},
    certainty = {"likely", "possible"},
    summary = "can be released only by each other")
public final class PermitsOfTwo {
  public static void main(String[] args) {
    Semaphore buffers = new Semaphore(4);
    Meeting meeting = new Meeting(2);
    Body grab =
        () -> {
          buffers.acquire(2); // holds
          meeting.meet();
          buffers.acquire(2); // waits
          buffers.release(4);
        };
    Stage.stuck(Stage.start("a", grab), Stage.start("b", grab));
  }
}
