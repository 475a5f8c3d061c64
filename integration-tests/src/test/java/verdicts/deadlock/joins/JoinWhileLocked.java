package verdicts.deadlock.joins;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Waiting for a thread while holding what it wants. */
@Verdict(threads = {"boss", "worker"})
public final class JoinWhileLocked {
  public static void main(String[] args) {
    Object monitor = new Object();
    Meeting meeting = new Meeting(2);
    Thread worker =
        Stage.start(
            "worker",
            () -> {
              meeting.meet();
              synchronized (monitor) { // waits
                System.out.println("never");
              }
            });
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                worker.join(); // waits
              }
            });
    Stage.stuck(boss, worker);
  }
}
