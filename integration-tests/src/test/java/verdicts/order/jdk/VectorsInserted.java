package verdicts.order.jdk;

import java.util.List;
import java.util.Vector;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Each vector is inserted into the other: it copies that while its own monitor is held. */
@Predicted(threads = {"one", "other"})
public final class VectorsInserted {
  private static final Vector<Integer> even = new Vector<>(List.of(2, 4));
  private static final Vector<Integer> small = new Vector<>(List.of(1, 2));

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> even.addAll(0, small))),
        Stage.start("other", () -> luck.turn(1, () -> small.addAll(0, even))));
    System.out.println(even.size() + small.size());
  }
}
