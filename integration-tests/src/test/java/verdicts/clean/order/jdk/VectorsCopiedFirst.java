package verdicts.clean.order.jdk;

import java.util.List;
import java.util.Vector;
import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/** Each vector is added to the other, which is copied before anything is held. */
@Clean
public final class VectorsCopiedFirst {
  private static final Vector<Integer> even = new Vector<>(List.of(2, 4));
  private static final Vector<Integer> small = new Vector<>(List.of(1, 2));

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> even.addAll(small))),
        Stage.start("other", () -> luck.turn(1, () -> small.addAll(even))));
    System.out.println(even.size() + small.size());
  }
}
