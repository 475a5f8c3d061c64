package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Twenty threads queue behind two that are stuck: one finding, not twenty. */
@Verdict(
    threads = {"a", "b"},
    waitingBehind = 20)
public final class TwentyVictims {
  private static final Object left = new Object();
  private static final Object right = new Object();

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread[] all = new Thread[22];
    all[0] =
        Stage.start(
            "a",
            () -> {
              synchronized (left) {
                meeting.meet();
                synchronized (right) {
                  System.out.println("never");
                }
              }
            });
    all[1] =
        Stage.start(
            "b",
            () -> {
              synchronized (right) {
                meeting.meet();
                synchronized (left) {
                  System.out.println("never");
                }
              }
            });
    meeting.meet();
    for (int i = 0; i < 20; i++) {
      Object lock = i % 2 == 0 ? left : right;
      all[2 + i] =
          Stage.start(
              "victim-" + i,
              () -> {
                synchronized (lock) {
                  System.out.println("never");
                }
              });
    }
    Stage.stuck(all);
  }
}
