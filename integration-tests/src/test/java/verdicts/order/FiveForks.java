package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Philosophers who happen to eat one after the other. */
@Predicted(threads = {"p0", "p1", "p2", "p3", "p4"})
public final class FiveForks {
  private static final class Fork {
    private int used;
  }

  private static void eat(Fork mine, Fork next) {
    synchronized (mine) {
      synchronized (next) {
        mine.used++;
        next.used++;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Fork[] forks = new Fork[5];
    for (int i = 0; i < forks.length; i++) {
      forks[i] = new Fork();
    }
    Luck luck = new Luck();
    Thread[] philosophers = new Thread[forks.length];
    for (int i = 0; i < forks.length; i++) {
      int place = i;
      philosophers[i] =
          Stage.start(
              "p" + i,
              () -> luck.turn(place, () -> eat(forks[place], forks[(place + 1) % forks.length])));
    }
    Stage.join(philosophers);
    System.out.println(forks[0].used);
  }
}
