package verdicts.order.jdk;

import java.util.Collections;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A vector is sorted by a comparator that takes a lock; elsewhere the lock comes first. */
@Predicted(threads = {"sorter", "writer"})
public final class VectorSorted {
  private static final ReentrantLock rules = new ReentrantLock();

  private static int compare(int one, int other) {
    rules.lock();
    try {
      return Integer.compare(one, other);
    } finally {
      rules.unlock();
    }
  }

  private static void add(Vector<Integer> numbers) {
    rules.lock();
    try {
      numbers.add(3);
    } finally {
      rules.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Vector<Integer> numbers = new Vector<>(List.of(2, 1));
    Luck luck = new Luck();
    Stage.join(
        Stage.start(
            "sorter", () -> luck.turn(0, () -> Collections.sort(numbers, VectorSorted::compare))),
        Stage.start("writer", () -> luck.turn(1, () -> add(numbers))));
    System.out.println(numbers);
  }
}
