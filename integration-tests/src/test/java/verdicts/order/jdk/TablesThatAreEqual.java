package verdicts.order.jdk;

import java.util.Hashtable;
import java.util.Map;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Two tables, each compared with the other. */
@Predicted(threads = {"one", "other"})
public final class TablesThatAreEqual {
  private static final Hashtable<String, Integer> prices = new Hashtable<>(Map.of("tea", 3));
  private static final Hashtable<String, Integer> offers = new Hashtable<>(Map.of("tea", 2));

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> prices.equals(offers))),
        Stage.start("other", () -> luck.turn(1, () -> offers.equals(prices))));
    System.out.println(prices);
  }
}
