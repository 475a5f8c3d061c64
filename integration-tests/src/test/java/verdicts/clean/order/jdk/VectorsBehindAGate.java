package verdicts.clean.order.jdk;

import java.util.List;
import java.util.Vector;
import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/** Each vector is asked for the elements of the other, but never by two at a time. */
@Clean
public final class VectorsBehindAGate {
  private static final Vector<Integer> even = new Vector<>(List.of(2, 4));
  private static final Vector<Integer> small = new Vector<>(List.of(1, 2));
  private static final Object gate = new Object();

  private static void ask(Vector<Integer> one, Vector<Integer> other) {
    synchronized (gate) {
      one.containsAll(other);
    }
  }

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> ask(even, small))),
        Stage.start("other", () -> luck.turn(1, () -> ask(small, even))));
    System.out.println(even);
  }
}
