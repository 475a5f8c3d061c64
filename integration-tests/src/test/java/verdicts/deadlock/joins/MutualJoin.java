package verdicts.deadlock.joins;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two threads wait for each other's end, one of them through a subclass. */
@Verdict(threads = {"a", "b"})
public final class MutualJoin extends Thread {
  private static final Meeting BOTH = new Meeting(2);

  private Thread other;

  private MutualJoin(String name) {
    super(name);
  }

  @Override
  public void run() {
    BOTH.meet();
    try {
      other.join(); // waits
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public static void main(String[] args) {
    MutualJoin a = new MutualJoin("a");
    MutualJoin b = new MutualJoin("b");
    a.other = b;
    b.other = a;
    a.start();
    b.start();
    Stage.stuck(a, b);
  }
}
