package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Static synchronized methods lock the class itself. */
@Verdict(threads = {"a", "b"})
public final class StaticMethods {
  private static final Meeting meeting = new Meeting(2);

  /** One class. */
  static final class Left {
    static synchronized void first() {
      meeting.meet(); // holds
      Right.second();
    }

    static synchronized void second() {
      System.out.println("never"); // waits
    }
  }

  /** The other. */
  static final class Right {
    static synchronized void first() {
      meeting.meet(); // holds
      Left.second();
    }

    static synchronized void second() {
      System.out.println("never"); // waits
    }
  }

  public static void main(String[] args) throws Exception {
    Class.forName(Left.class.getName());
    Class.forName(Right.class.getName());
    Stage.stuck(Stage.start("a", Left::first), Stage.start("b", Right::first));
  }
}
