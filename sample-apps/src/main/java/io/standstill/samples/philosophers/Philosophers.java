package io.standstill.samples.philosophers;

import io.standstill.samples.BadLuck;
import java.util.ArrayList;
import java.util.List;

/**
 * Five philosophers share five forks, and each needs two to eat. All reach for the left fork first,
 * so there comes a moment when each holds one fork and waits for a neighbour's. In the clean dinner
 * the last philosopher reaches for the right fork first, and the circle is broken.
 */
public final class Philosophers {
  private static final List<String> NAMES =
      List.of("Hypatia", "Socrates", "Diotima", "Epicurus", "Zeno");

  private Philosophers() {}

  /** Invites them to dinner. */
  public static void main(String[] arguments) throws InterruptedException {
    boolean clean = BadLuck.clean(arguments);
    BadLuck everybodyIsHungry = BadLuck.among(NAMES.size(), arguments);
    List<Fork> forks = NAMES.stream().map(name -> new Fork()).toList();
    List<Thread> table = new ArrayList<>();
    for (int seat = 0; seat < NAMES.size(); seat++) {
      Fork left = forks.get(seat);
      Fork right = forks.get((seat + 1) % forks.size());
      boolean lefty = !clean || seat < NAMES.size() - 1;
      Philosopher philosopher =
          new Philosopher(lefty ? left : right, lefty ? right : left, everybodyIsHungry);
      table.add(new Thread(philosopher, NAMES.get(seat)));
    }
    table.forEach(Thread::start);
    for (Thread philosopher : table) {
      philosopher.join();
    }
    System.out.println("All " + NAMES.size() + " have eaten.");
  }
}
