package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Constructors that lock, one after an explicit super call. */
@Verdict(
    threads = {"a", "b"},
    lockNames = {"MonitorsInConstructors.registry"})
public final class MonitorsInConstructors {
  private static final Object registry = new Object();
  private static final Object log = new Object();
  private static final Meeting meeting = new Meeting(2);

  /** Locks on the way up. */
  static class Base {
    Base(Object first) {
      synchronized (first) { // holds
        meeting.meet();
        register();
      }
    }

    void register() {
      synchronized (registry) { // waits
        System.out.println("never");
      }
    }
  }

  /** Hands a value to the constructor above. */
  static final class Derived extends Base {
    final int number;

    Derived() {
      super(log);
      synchronized (this) {
        number = 1;
      }
    }
  }

  public static void main(String[] args) {
    Thread a = Stage.start("a", () -> System.out.println(new Derived().number));
    Thread b =
        Stage.start(
            "b",
            () -> {
              synchronized (registry) { // holds
                meeting.meet();
                synchronized (log) { // waits
                  System.out.println("never");
                }
              }
            });
    Stage.stuck(a, b);
  }
}
