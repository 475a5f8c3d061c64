package verdicts.other;

import java.util.concurrent.CountDownLatch;
import verdicts.Meeting;
import verdicts.Stage;

/** Two stuck threads among ten thousand that are parked, or wait for a sleeper. */
public final class TenThousandThreads {
  private static void crossed(Object first, Object second, Meeting meeting) {
    synchronized (first) {
      meeting.meet();
      synchronized (second) {
        System.out.println("never");
      }
    }
  }

  public static void main(String[] args) {
    Object busy = new Object();
    CountDownLatch never = new CountDownLatch(1);
    Meeting sleeping = new Meeting(2);
    Stage.start(
        "sleeper",
        () -> {
          synchronized (busy) {
            sleeping.meet();
            while (true) {
              Stage.sleep(1_000);
            }
          }
        });
    sleeping.meet();
    for (int i = 0; i < 5_000; i++) {
      Stage.start("parked-" + i, never::await);
      Stage.start(
          "blocked-" + i,
          () -> {
            synchronized (busy) {
              System.out.println("never");
            }
          });
    }
    Object left = new Object();
    Object right = new Object();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("stuck-1", () -> crossed(left, right, meeting)),
        Stage.start("stuck-2", () -> crossed(right, left, meeting)));
  }
}
