package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** The classic: two blocks, two orders. */
@Verdict(
    threads = {"a", "b"},
    lockNames = {"TwoMonitors.left", "TwoMonitors.right"})
public final class TwoMonitors {
  private static final Object left = new Object();
  private static final Object right = new Object();

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              synchronized (left) { // holds
                meeting.meet();
                synchronized (right) { // waits
                  System.out.println("never");
                }
              }
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              synchronized (right) { // holds
                meeting.meet();
                synchronized (left) { // waits
                  System.out.println("never");
                }
              }
            });
    Stage.stuck(a, b);
  }
}
