package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two deadlocks that have nothing to do with each other. */
@Verdict(
    threads = {"a", "b"},
    waitingBehind = 0)
@Verdict(
    threads = {"c", "d"},
    waitingBehind = 0)
public final class TwoDeadlocks {
  private static Thread crossed(String name, Object first, Object second, Meeting meeting) {
    return Stage.start(
        name,
        () -> {
          synchronized (first) { // holds
            meeting.meet();
            synchronized (second) { // waits
              System.out.println("never");
            }
          }
        });
  }

  public static void main(String[] args) {
    Object[] locks = {"one".toCharArray(), new Object(), new int[0], TwoDeadlocks.class};
    Meeting one = new Meeting(2);
    Meeting two = new Meeting(2);
    Stage.stuck(
        crossed("a", locks[0], locks[1], one),
        crossed("b", locks[1], locks[0], one),
        crossed("c", locks[2], locks[3], two),
        crossed("d", locks[3], locks[2], two));
  }
}
