package verdicts.longhold;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two are in a deadlock, and others wait behind them for long: that is the deadlock's doing. */
@Verdict(
    threads = {"one", "two"},
    waitingBehind = 2,
    options = {"lock-threshold=500ms", "grace=0"})
public final class VictimsOfDeadlock {
  private static void both(Object first, Object second, Meeting meeting) {
    synchronized (first) {
      meeting.meet();
      synchronized (second) {
        Thread.onSpinWait();
      }
    }
  }

  private static void visit(Object lock) {
    synchronized (lock) {
      Thread.onSpinWait();
    }
  }

  public static void main(String[] args) {
    Object a = new Object();
    Object b = new Object();
    Meeting meeting = new Meeting(4);
    Thread one = Stage.start("one", () -> both(a, b, meeting));
    Thread two = Stage.start("two", () -> both(b, a, meeting));
    Thread third =
        Stage.start(
            "third",
            () -> {
              meeting.meet();
              visit(a);
            });
    Thread fourth =
        Stage.start(
            "fourth",
            () -> {
              meeting.meet();
              visit(b);
            });
    Stage.stuck(one, two, third, fourth);
  }
}
