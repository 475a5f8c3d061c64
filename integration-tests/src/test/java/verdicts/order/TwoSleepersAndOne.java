package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/**
 * All nest in one order. Two of them wait for a signal meanwhile, and keep what the next one wants.
 */
@Predicted(
    threads = {"first", "second", "third"},
    lockNames = {"TwoSleepersAndOne.a", "TwoSleepersAndOne.b", "TwoSleepersAndOne.c"})
public final class TwoSleepersAndOne {
  private static final Object a = new Object();
  private static final Object b = new Object();
  private static final Object c = new Object();

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("first", () -> luck.turn(0, TwoSleepersAndOne::sleepInB)),
        Stage.start("second", () -> luck.turn(1, TwoSleepersAndOne::sleepInC)),
        Stage.start("third", () -> luck.turn(2, TwoSleepersAndOne::nest)));
    System.out.println("lucky");
  }

  private static void sleepInB() throws InterruptedException {
    synchronized (b) {
      synchronized (a) { // holds
        b.wait(1); // waits
      }
    }
  }

  private static void sleepInC() throws InterruptedException {
    synchronized (c) {
      synchronized (b) { // holds
        c.wait(1); // waits
      }
    }
  }

  private static void nest() {
    synchronized (c) { // holds
      synchronized (a) { // waits
        System.out.println("nested");
      }
    }
  }
}
