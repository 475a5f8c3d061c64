package verdicts.deadlock.classinit;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two classes whose initialisers need each other. */
@Verdict(
    kind = "class-init-deadlock",
    threads = {"a", "b"})
public final class TwoInitialisers {
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
    Thread a = Stage.start("a", () -> System.out.println(First.value));
    Thread b = Stage.start("b", () -> System.out.println(Second.value));
    Stage.stuck(a, b);
  }
}
