package verdicts.order.jdk;

import java.util.List;
import java.util.Vector;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A vector calls its visitor while it is held; elsewhere what the visitor locks comes first. */
@Predicted(threads = {"visitor", "owner"})
public final class VectorWalked {
  private static final Object total = new Object();
  private static int sum;

  private static void add(int number) {
    synchronized (total) { // waits
      sum += number;
    }
  }

  private static void addFirst(Vector<Integer> numbers) {
    synchronized (total) { // holds
      sum += numbers.get(0); // waits
    }
  }

  public static void main(String[] args) throws Exception {
    Vector<Integer> numbers = new Vector<>(List.of(1, 2));
    Luck luck = new Luck();
    Stage.join(
        Stage.start(
            "visitor", () -> luck.turn(0, () -> numbers.forEach(VectorWalked::add))), // holds
        Stage.start("owner", () -> luck.turn(1, () -> addFirst(numbers))));
    System.out.println(sum);
  }
}
