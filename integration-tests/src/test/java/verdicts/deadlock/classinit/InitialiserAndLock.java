package verdicts.deadlock.classinit;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** An initialiser wants a lock whose owner wants the class. */
@Verdict(
    kind = "class-init-deadlock",
    threads = {"user", "initialiser"})
public final class InitialiserAndLock {
  static final ReentrantLock lock = new ReentrantLock();
  static final Meeting meeting = new Meeting(2);

  /** Locks while it initialises. */
  static final class Settings {
    static final String name;

    static {
      meeting.meet();
      lock.lock();
      name = "settings";
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    Thread initialiser = Stage.start("initialiser", () -> System.out.println(Settings.name));
    Thread user =
        Stage.start(
            "user",
            () -> {
              lock.lock();
              meeting.meet();
              System.out.println(Settings.name);
            });
    Stage.stuck(user, initialiser);
  }
}
