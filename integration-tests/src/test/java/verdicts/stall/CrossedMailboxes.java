package verdicts.stall;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two actors with bounded mailboxes answer each other with more than there is room for. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = {"ping", "pong"},
    summary = {"room", "each would take from one itself"},
    advice = "offer",
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class CrossedMailboxes {
  private static void play(
      BlockingQueue<Integer> own, BlockingQueue<Integer> other, Meeting meeting)
      throws InterruptedException {
    own.take();
    meeting.meet();
    while (true) {
      other.put(1);
      other.put(2);
      own.take();
    }
  }

  public static void main(String[] args) {
    BlockingQueue<Integer> left = new ArrayBlockingQueue<>(2);
    BlockingQueue<Integer> right = new ArrayBlockingQueue<>(2);
    left.add(0);
    right.add(0);
    Meeting meeting = new Meeting(2);
    Thread ping = Stage.start("ping", () -> play(left, right, meeting));
    Thread pong = Stage.start("pong", () -> play(right, left, meeting));
    Stage.stuck(ping, pong);
  }
}
