package verdicts.deadlock.virtual;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Two classes whose initialisers need each other, on virtual threads. */
@Verdict(
    kind = "class-init-deadlock",
    threads = {"v1", "v2"},
    since = 21)
public final class VirtualInitialisers {
  static final Meeting meeting = new Meeting(2);

  /** Needs Second. */
  static final class First {
    static final int value;

    static {
      meeting.meet();
      value = Second.value + 1;
    }
  }

  /** Needs First. */
  static final class Second {
    static final int value;

    static {
      meeting.meet();
      value = First.value + 1;
    }
  }

  public static void main(String[] args) {
    Thread a = Virtual.start("v1", () -> System.out.println(First.value));
    Thread b = Virtual.start("v2", () -> System.out.println(Second.value));
    Stage.stuck(a, b);
  }
}
