package verdicts.order.jdk;

import java.util.List;
import java.util.Vector;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Each vector is asked for the elements of the other. */
@Predicted(
    threads = {"one", "other"},
    summary = "takes Vector@")
public final class VectorsThatContain {
  private static final Vector<Integer> even = new Vector<>(List.of(2, 4));
  private static final Vector<Integer> small = new Vector<>(List.of(1, 2));

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> even.containsAll(small))),
        Stage.start("other", () -> luck.turn(1, () -> small.containsAll(even))));
    System.out.println(even);
  }
}
