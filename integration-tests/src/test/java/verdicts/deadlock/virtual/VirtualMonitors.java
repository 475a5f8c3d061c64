package verdicts.deadlock.virtual;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Two virtual threads, two monitors. */
@Verdict(
    threads = {"v1", "v2"},
    likelyBefore25 = true,
    since = 21,
    lockNames = {"VirtualMonitors.left", "VirtualMonitors.right"})
public final class VirtualMonitors {
  private static final Object left = new Object();
  private static final Object right = new Object();

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread a =
        Virtual.start(
            "v1",
            () -> {
              synchronized (left) { // holds
                meeting.meet();
                synchronized (right) { // waits
                  System.out.println("never");
                }
              }
            });
    Thread b =
        Virtual.start(
            "v2",
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
