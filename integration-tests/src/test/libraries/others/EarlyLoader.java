package others;

import java.lang.instrument.Instrumentation;
import verdicts.Meeting;
import verdicts.Stage;

/** An agent that loads a class of the application before the agents behind it have begun. */
public final class EarlyLoader {
  public static void premain(String arguments, Instrumentation given)
      throws ClassNotFoundException {
    Class.forName("others.EarlyLoader$Ledger");
  }

  public static void main(String[] args) throws Exception {
    Ledger one = new Ledger();
    Ledger two = new Ledger();
    Meeting meeting = new Meeting(2);
    Thread left = Stage.start("left", () -> one.copy(two, meeting));
    Thread right = Stage.start("right", () -> two.copy(one, meeting));
    Stage.stuck(left, right);
  }

  /** Loaded early. */
  static final class Ledger {
    private int lines;

    synchronized void copy(Ledger to, Meeting meeting) {
      meeting.meet();
      to.add(lines);
    }

    synchronized void add(int more) {
      lines += more;
    }
  }
}
