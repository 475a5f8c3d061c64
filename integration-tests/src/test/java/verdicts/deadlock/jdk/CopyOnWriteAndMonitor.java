package verdicts.deadlock.jdk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A copy-on-write list calls back while it locks. */
@Verdict(threads = {"purge", "add"})
public final class CopyOnWriteAndMonitor {
  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Object monitor = new Object();
    CopyOnWriteArrayList<String> list = new CopyOnWriteArrayList<>(List.of("x"));
    Thread purge =
        Stage.start(
            "purge",
            () ->
                list.removeIf(
                    each -> {
                      meeting.meet();
                      synchronized (monitor) { // waits
                        return true;
                      }
                    }));
    Thread add =
        Stage.start(
            "add",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                list.add("y");
              }
            });
    Stage.stuck(purge, add);
  }
}
