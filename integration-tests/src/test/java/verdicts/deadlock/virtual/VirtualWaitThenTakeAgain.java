package verdicts.deadlock.virtual;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** The same with Object.wait, which unmounts a virtual thread since JDK 24. */
@Verdict(
    threads = {"waiter", "notifier"},
    since = 24)
public final class VirtualWaitThenTakeAgain {
  private static boolean ready;

  public static void main(String[] args) {
    Object outer = new Object();
    Object inner = new Object();
    Meeting meeting = new Meeting(2);
    Thread waiter =
        Virtual.start(
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
        Virtual.start(
            "notifier",
            () -> {
              meeting.meet();
              synchronized (inner) {
                ready = true;
                inner.notify();
                synchronized (outer) {
                  System.out.println("never");
                }
              }
            });
    Stage.stuck(waiter, notifier);
  }
}
