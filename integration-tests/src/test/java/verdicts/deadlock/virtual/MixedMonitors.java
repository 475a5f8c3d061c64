package verdicts.deadlock.virtual;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual and a platform thread, two monitors. */
@Verdict(
    threads = {"virtual", "platform"},
    likelyBefore25 = true,
    since = 21)
public final class MixedMonitors {
  private synchronized void cross(MixedMonitors other, Meeting meeting) {
    meeting.meet(); // holds
    synchronized (other) { // waits
      System.out.println("never");
    }
  }

  public static void main(String[] args) {
    MixedMonitors left = new MixedMonitors();
    MixedMonitors right = new MixedMonitors();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Virtual.start("virtual", () -> left.cross(right, meeting)),
        Stage.start("platform", () -> right.cross(left, meeting)));
  }
}
