package verdicts.deadlock.jdk;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** The monitor of System.err is in the cycle: the report must not need it. */
@Verdict(threads = {"logging", "working"})
public final class StandardError {
  public static void main(String[] args) {
    Object monitor = new Object();
    Meeting meeting = new Meeting(2);
    Thread logging =
        Stage.start(
            "logging",
            () -> {
              synchronized (System.err) { // holds
                meeting.meet();
                synchronized (monitor) { // waits
                  System.out.println("never");
                }
              }
            });
    Thread working =
        Stage.start(
            "working",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                synchronized (System.err) { // waits
                  System.out.println("never");
                }
              }
            });
    Stage.stuck(logging, working);
  }
}
