package verdicts.resolved;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A join with a time limit, under a lock that the other wants. */
@Verdict(
    threads = {"boss", "worker"},
    certainty = {"likely", "possible"},
    ends = true,
    resolved = true)
public final class TimedJoin {
  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    Meeting meeting = new Meeting(2);
    Thread worker =
        Stage.start(
            "worker",
            () -> {
              meeting.meet();
              synchronized (monitor) {
                monitor.notifyAll();
              }
            });
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              synchronized (monitor) {
                meeting.meet();
                worker.join(4_000);
              }
            });
    Stage.stuck(boss, worker);
    Stage.join(boss, worker);
    Stage.say("RESOLVED");
  }
}
