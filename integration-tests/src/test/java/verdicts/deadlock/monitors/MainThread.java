package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** The main thread itself is in the cycle. */
@Verdict(
    threads = {"main", "worker"},
    lockNames = {"MainThread.results"})
public final class MainThread {
  private static final Object results = new Object();

  public static void main(String[] args) {
    Object queue = new Object();
    Meeting meeting = new Meeting(2);
    Thread main = Thread.currentThread();
    Thread worker =
        Stage.start(
            "worker",
            () -> {
              synchronized (queue) { // holds
                meeting.meet();
                synchronized (results) { // waits
                  System.out.println("never");
                }
              }
            });
    Stage.start("watcher", () -> Stage.stuck(main, worker));
    synchronized (results) { // holds
      meeting.meet();
      synchronized (queue) { // waits
        System.out.println("never");
      }
    }
  }
}
