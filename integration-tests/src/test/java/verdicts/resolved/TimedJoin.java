package verdicts.resolved;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A join with a time limit, under a lock that the other wants. */
@Verdict(
    threads = {"boss", "worker"},
    certainty = {"likely", "possible"},
    timeoutSeconds = 3_600,
    advice = "join after releasing.",
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
              try {
                synchronized (monitor) {
                  meeting.meet();
                  worker.join(3_600_000);
                }
              } catch (InterruptedException stopped) {
                System.out.println("gave up");
              }
            });
    Stage.stuck(boss, worker);
    boss.interrupt();
    Stage.join(boss, worker);
    Stage.say("RESOLVED");
  }
}
