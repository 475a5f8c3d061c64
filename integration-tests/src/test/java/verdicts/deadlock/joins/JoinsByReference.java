package verdicts.deadlock.joins;

import verdicts.Body;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two threads wait for each other's end through method references. */
@Verdict(threads = {"a", "b"})
public final class JoinsByReference {
  private static Thread a;
  private static Thread b;

  public static void main(String[] args) {
    Meeting made = new Meeting(3);
    a =
        Stage.start(
            "a",
            () -> {
              made.meet();
              Body join = b::join; // waits
              join.run();
            });
    b =
        Stage.start(
            "b",
            () -> {
              made.meet();
              Body join = a::join; // waits
              join.run();
            });
    made.meet();
    Stage.stuck(a, b);
  }
}
