package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A cycle of three. */
@Verdict(
    threads = {"one", "two", "three"},
    summary = ", which waits for ",
    waitingBehind = 0)
public final class ThreeMonitors {
  public static void main(String[] args) {
    Object[] forks = {new Object(), new Object(), new Object()};
    String[] names = {"one", "two", "three"};
    Meeting meeting = new Meeting(3);
    Thread[] threads = new Thread[3];
    for (int i = 0; i < 3; i++) {
      Object left = forks[i];
      Object right = forks[(i + 1) % 3];
      threads[i] =
          Stage.start(
              names[i],
              () -> {
                synchronized (left) { // holds
                  meeting.meet();
                  synchronized (right) { // waits
                    System.out.println("never");
                  }
                }
              });
    }
    Stage.stuck(threads);
  }
}
