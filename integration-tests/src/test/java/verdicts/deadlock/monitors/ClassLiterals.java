package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Blocks on class objects. */
@Verdict(threads = {"a", "b"})
public final class ClassLiterals {
  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              synchronized (Runnable.class) { // holds
                meeting.meet();
                synchronized (ClassLiterals.class) { // waits
                  System.out.println("never");
                }
              }
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              synchronized (ClassLiterals.class) { // holds
                meeting.meet();
                synchronized (Runnable.class) { // waits
                  System.out.println("never");
                }
              }
            });
    Stage.stuck(a, b);
  }
}
