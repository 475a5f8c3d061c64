package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two classes that think they own their lock, and share an interned string. */
@Verdict(threads = {"a", "b"})
public final class SameLiterals {
  /** One user of the name. */
  static final class Cache {
    private final String lock = "LOCK";

    void fill(Object index, Meeting meeting) {
      synchronized (lock) { // holds
        meeting.meet();
        synchronized (index) { // waits
          System.out.println("never");
        }
      }
    }
  }

  /** The other user of the same name. */
  static final class Session {
    private static final String GUARD = "LO" + "CK";

    void close(Object index, Meeting meeting) {
      synchronized (index) { // holds
        meeting.meet();
        synchronized (GUARD) { // waits
          System.out.println("never");
        }
      }
    }
  }

  public static void main(String[] args) {
    Object index = new Object();
    Meeting meeting = new Meeting(2);
    Thread a = Stage.start("a", () -> new Cache().fill(index, meeting));
    Thread b = Stage.start("b", () -> new Session().close(index, meeting));
    Stage.stuck(a, b);
  }
}
