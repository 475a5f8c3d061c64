package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A notified thread must take its monitor again, and the notifier never gives it back. */
@Verdict(threads = {"waiter", "notifier"})
public final class WaitThenTakeAgain {
  private static final Object outer = new Object();
  private static final Object inner = new Object();
  private static boolean ready;

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              synchronized (outer) {
                synchronized (inner) {
                  meeting.meet();
                  while (!ready) {
                    inner.wait();
                  }
                }
              }
            });
    Thread notifier =
        Stage.start(
            "notifier",
            () -> {
              meeting.meet();
              synchronized (inner) {
                ready = true;
                inner.notifyAll();
                synchronized (outer) {
                  System.out.println("never");
                }
              }
            });
    Stage.stuck(waiter, notifier);
  }
}
