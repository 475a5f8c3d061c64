package verdicts.clean.order.jdk;

import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/** Everybody prints under a lock of his own, and in the end something of a stranger. */
@Clean
public final class PrintedUnderLocks {
  private static final class Clerk {
    private int sold;

    synchronized void sell() {
      System.out.printf("sold %d%n", ++sold);
    }

    @Override
    public synchronized String toString() {
      return "clerk";
    }
  }

  public static void main(String[] args) throws Exception {
    Clerk one = new Clerk();
    Clerk other = new Clerk();
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, one::sell)),
        Stage.start("other", () -> luck.turn(1, other::sell)),
        Stage.start("third", () -> luck.turn(2, () -> System.out.println(one))));
  }
}
