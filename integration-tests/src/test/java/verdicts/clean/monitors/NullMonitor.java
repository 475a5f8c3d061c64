package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** Synchronizing on null throws, and leaves nothing behind. */
@Clean
public final class NullMonitor {
  public static void main(String[] args) throws Exception {
    Object outer = new Object();
    Object[] none = new Object[1];
    Meeting meeting = new Meeting(2);
    Thread thrower =
        Stage.start(
            "thrower",
            () -> {
              for (int i = 0; i < 1_000; i++) {
                try {
                  synchronized (outer) {
                    synchronized (none[0]) {
                      System.out.println("never");
                    }
                  }
                } catch (NullPointerException expected) {
                  none[0] = null;
                }
              }
              meeting.meet();
              Stage.longPause();
            });
    meeting.meet();
    synchronized (outer) {
      System.out.println("free");
    }
    thrower.join();
  }
}
