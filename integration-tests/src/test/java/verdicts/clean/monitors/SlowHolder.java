package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** One holds a monitor for two seconds while ten wait. */
@Clean
public final class SlowHolder {
  private static int passed;

  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    Meeting meeting = new Meeting(2);
    Thread[] threads = new Thread[11];
    threads[0] =
        Stage.start(
            "slow",
            () -> {
              synchronized (lock) {
                meeting.meet();
                Stage.longPause();
              }
            });
    meeting.meet();
    for (int i = 1; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "patient-" + i,
              () -> {
                synchronized (lock) {
                  passed++;
                }
              });
    }
    Stage.join(threads);
    System.out.println(passed);
  }
}
