package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** A thread waits two seconds in a monitor that others take and leave all the while. */
@Clean
public final class LongWaitGivesUp {
  private static boolean done;

  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    Object other = new Object();
    Meeting meeting = new Meeting(2);
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              synchronized (lock) {
                synchronized (other) {
                  meeting.meet();
                  while (!done) {
                    other.wait();
                  }
                }
              }
            });
    meeting.meet();
    long end = System.nanoTime() + Stage.LONG_PAUSE_MILLIS * 1_000_000;
    while (System.nanoTime() < end) {
      synchronized (other) {
        other.notifyAll();
      }
      Stage.sleep(1);
    }
    Thread behind =
        Stage.start(
            "behind",
            () -> {
              synchronized (lock) {
                System.out.println("behind");
              }
            });
    Stage.awaitRest(behind);
    synchronized (other) {
      done = true;
      other.notify();
    }
    Stage.join(waiter, behind);
  }
}
