package verdicts.order.jdk;

import java.util.List;
import java.util.Vector;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Two vectors, each compared with the other. */
@Predicted(threads = {"one", "other"})
public final class VectorsThatAreEqual {
  private static final Vector<Integer> even = new Vector<>(List.of(2, 4));
  private static final Vector<Integer> small = new Vector<>(List.of(1, 2));

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> even.equals(small))),
        Stage.start("other", () -> luck.turn(1, () -> small.equals(even))));
    System.out.println(even);
  }
}
