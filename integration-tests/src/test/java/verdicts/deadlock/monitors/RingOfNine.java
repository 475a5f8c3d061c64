package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A cycle that is too long to be told name by name. */
@Verdict(summary = "9 threads wait for each other in a circle, among them seat-", waitingBehind = 0)
public final class RingOfNine {
  private static final int SEATS = 9;

  public static void main(String[] args) {
    Object[] forks = new Object[SEATS];
    for (int i = 0; i < SEATS; i++) {
      forks[i] = new Object();
    }
    Meeting meeting = new Meeting(SEATS);
    Thread[] threads = new Thread[SEATS];
    for (int i = 0; i < SEATS; i++) {
      Object left = forks[i];
      Object right = forks[(i + 1) % SEATS];
      threads[i] =
          Stage.start(
              "seat-" + i,
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
