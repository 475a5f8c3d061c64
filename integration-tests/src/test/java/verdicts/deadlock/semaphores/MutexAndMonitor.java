package verdicts.deadlock.semaphores;

import java.util.concurrent.Semaphore;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A semaphore and a monitor, after both were used in good order many times. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely")
public final class MutexAndMonitor {
  public static void main(String[] args) throws Exception {
    Semaphore mutex = new Semaphore(1, true);
    Object monitor = new Object();
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 100; i++) {
      mutex.acquire();
      synchronized (monitor) {
        mutex.release();
      }
    }
    Thread a =
        Stage.start(
            "a",
            () -> {
              mutex.acquire(); // holds
              meeting.meet();
              synchronized (monitor) { // waits
                System.out.println("never");
              }
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                mutex.acquire(); // waits
              }
            });
    Stage.stuck(a, b);
  }
}
