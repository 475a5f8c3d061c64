package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Each monitor is taken several times before the other is wanted. */
@Verdict(
    threads = {"a", "b"},
    waitingBehind = 0)
public final class RecursiveMonitors {
  private final Meeting meeting;

  private RecursiveMonitors(Meeting meeting) {
    this.meeting = meeting;
  }

  synchronized void descend(int depth, RecursiveMonitors other) {
    if (depth > 0) {
      descend(depth - 1, other);
    } else {
      meeting.meet();
      other.descend(3, this);
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    RecursiveMonitors left = new RecursiveMonitors(meeting);
    RecursiveMonitors right = new RecursiveMonitors(meeting);
    Thread a = Stage.start("a", () -> left.descend(5, right));
    Thread b = Stage.start("b", () -> right.descend(30, left));
    Stage.stuck(a, b);
  }
}
