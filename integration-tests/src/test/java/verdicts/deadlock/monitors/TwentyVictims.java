package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Twenty threads queue behind two that get stuck: one finding, not twenty. */
@Verdict(
    threads = {"a", "b"},
    waitingBehind = 20)
public final class TwentyVictims {
  private static Thread crossed(
      String name, Object first, Object second, Meeting holding, Meeting queued) {
    return Stage.start(
        name,
        () -> {
          synchronized (first) { // holds
            holding.meet();
            queued.meet();
            synchronized (second) { // waits
              System.out.println("never");
            }
          }
        });
  }

  public static void main(String[] args) {
    Object left = new Object();
    Object right = new Object();
    Meeting holding = new Meeting(3);
    Meeting queued = new Meeting(3);
    Thread a = crossed("a", left, right, holding, queued);
    Thread b = crossed("b", right, left, holding, queued);
    holding.meet();
    Thread[] victims = new Thread[20];
    for (int i = 0; i < victims.length; i++) {
      Object lock = i % 2 == 0 ? left : right;
      victims[i] =
          Stage.start(
              "victim-" + i,
              () -> {
                synchronized (lock) {
                  System.out.println("never");
                }
              });
    }
    Stage.awaitRest(victims);
    queued.meet();
    Stage.stuck(a, b);
  }
}
