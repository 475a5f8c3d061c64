package verdicts.deadlock.classinit;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** The same with a monitor, and the class used reflectively. */
@Verdict(
    kind = "class-init-deadlock",
    threads = {"user", "initialiser"})
public final class InitialiserAndMonitor {
  static final Object monitor = new Object();
  static final Meeting meeting = new Meeting(2);

  /** An enum whose constants lock. */
  enum Level {
    LOW,
    HIGH;

    Level() {
      meeting.meet();
      synchronized (monitor) {
        monitor.notifyAll();
      }
    }
  }

  public static void main(String[] args) {
    Thread initialiser = Stage.start("initialiser", () -> System.out.println(Level.HIGH));
    Thread user =
        Stage.start(
            "user",
            () -> {
              synchronized (monitor) {
                meeting.meet();
                Class.forName(InitialiserAndMonitor.class.getName() + "$Level");
              }
            });
    Stage.stuck(user, initialiser);
  }
}
