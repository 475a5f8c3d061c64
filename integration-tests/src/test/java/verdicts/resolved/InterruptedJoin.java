package verdicts.resolved;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A join under a lock, ended by an interrupt. */
@Verdict(
    threads = {"boss", "worker"},
    resolved = true)
public final class InterruptedJoin {
  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    Meeting meeting = new Meeting(2);
    Thread worker =
        Stage.start(
            "worker",
            () -> {
              meeting.meet();
              synchronized (monitor) {
                System.out.println("free");
              }
            });
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              try {
                synchronized (monitor) {
                  meeting.meet();
                  worker.join();
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
