package verdicts.stall.given;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A queue is a pool of pens: two take one each, and wait for a second one. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = {"writer-1", "writer-2"},
    summary = {"element of a queue", "stationer has ended", "wait for it too"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class QueueAsPool {
  private static final BlockingQueue<String> PENS = new LinkedBlockingQueue<>();

  private static void write(Meeting ready, Meeting meeting) throws InterruptedException {
    PENS.put(PENS.take());
    ready.meet();
    String black = PENS.take();
    meeting.meet();
    String red = PENS.take();
    PENS.put(red);
    PENS.put(black);
  }

  public static void main(String[] args) throws InterruptedException {
    Stage.join(
        Stage.start(
            "stationer",
            () -> {
              PENS.put("black");
              PENS.put("red");
            }));
    Meeting ready = new Meeting(2);
    Meeting meeting = new Meeting(2);
    Thread first = Stage.start("writer-1", () -> write(ready, meeting));
    Thread second = Stage.start("writer-2", () -> write(ready, meeting));
    Stage.stuck(first, second);
  }
}
