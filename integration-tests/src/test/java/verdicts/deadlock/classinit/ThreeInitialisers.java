package verdicts.deadlock.classinit;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A ring of three, one link through a static method, one through a new object. */
@Verdict(
    kind = "class-init-deadlock",
    threads = {"one", "two", "three"})
public final class ThreeInitialisers {
  static final Meeting meeting = new Meeting(3);

  /** Needs Two. */
  static final class One {
    static {
      meeting.meet();
      Two.touch();
    }

    static void touch() {}
  }

  /** Needs Three. */
  static final class Two {
    static {
      meeting.meet();
      System.out.println(new Three());
    }

    static void touch() {}
  }

  /** Needs One. */
  static final class Three {
    static {
      meeting.meet();
      One.touch();
    }
  }

  public static void main(String[] args) {
    Stage.stuck(
        Stage.start("one", One::touch),
        Stage.start("two", Two::touch),
        Stage.start("three", () -> System.out.println(new Three())));
  }
}
