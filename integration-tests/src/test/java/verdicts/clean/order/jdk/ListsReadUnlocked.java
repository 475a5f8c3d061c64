package verdicts.clean.order.jdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/**
 * Two lists that lock themselves: who asks one for all elements of the other walks over that
 * without its lock.
 */
@Clean
public final class ListsReadUnlocked {

  public static void main(String[] args) throws Exception {
    List<Integer> one = Collections.synchronizedList(new ArrayList<>(List.of(1)));
    List<Integer> other = Collections.synchronizedList(new ArrayList<>(List.of(1)));
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> one.containsAll(other))),
        Stage.start("other", () -> luck.turn(1, () -> other.containsAll(one))));
    System.out.println(one);
  }
}
