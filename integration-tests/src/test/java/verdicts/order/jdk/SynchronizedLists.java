package verdicts.order.jdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Two lists that lock themselves, each added to the other. */
@Predicted(threads = {"one", "other"})
public final class SynchronizedLists {

  public static void main(String[] args) throws Exception {
    List<Integer> one = Collections.synchronizedList(new ArrayList<>(List.of(1)));
    List<Integer> other = Collections.synchronizedList(new LinkedList<>(List.of(2)));
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> one.addAll(other))),
        Stage.start("other", () -> luck.turn(1, () -> other.addAll(one))));
    System.out.println(one.size() + other.size());
  }
}
