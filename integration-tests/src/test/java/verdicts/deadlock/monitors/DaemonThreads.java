package verdicts.deadlock.monitors;

import verdicts.Body;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Daemon threads in the background, while others go on working and locking. */
@Verdict(threads = {"refresh", "evict"})
public final class DaemonThreads {
  private static Thread daemon(String name, Object first, Object second, Meeting meeting) {
    Thread thread =
        new Thread(
            Body.task(
                () -> {
                  synchronized (first) { // holds
                    meeting.meet();
                    synchronized (second) { // waits
                      System.out.println("never");
                    }
                  }
                }),
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  public static void main(String[] args) {
    Object cache = new Object();
    Object disk = new Object();
    Object counter = new Object();
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      Thread busy =
          new Thread(
              Body.task(
                  () -> {
                    while (true) {
                      synchronized (counter) {
                        Stage.sleep(1);
                      }
                    }
                  }),
              "busy-" + i);
      busy.setDaemon(true);
      busy.start();
    }
    Thread refresh = daemon("refresh", cache, disk, meeting);
    Stage.stuck(refresh, daemon("evict", disk, cache, meeting));
  }
}
