package verdicts.clean.order.jdk;

import java.util.List;
import java.util.Vector;
import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/** Two vectors, of which the same is always asked for the elements of the other. */
@Clean
public final class VectorsOneWay {
  private static final Vector<Integer> even = new Vector<>(List.of(2, 4));
  private static final Vector<Integer> small = new Vector<>(List.of(1, 2));

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> even.containsAll(small))),
        Stage.start("other", () -> luck.turn(1, () -> even.retainAll(small))));
    System.out.println(even);
  }
}
