package verdicts.order.jdk;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Two maps that lock themselves, each put into the other. */
@Predicted(
    threads = {"one", "other"},
    summary = "takes Collections$SynchronizedMap@")
public final class SynchronizedMaps {
  private static final Map<String, Integer> one =
      Collections.synchronizedMap(new HashMap<>(Map.of("a", 1)));
  private static final Map<String, Integer> other =
      Collections.synchronizedMap(new HashMap<>(Map.of("b", 2)));

  public static void main(String[] args) throws Exception {
    Luck luck = new Luck();
    Stage.join(
        Stage.start("one", () -> luck.turn(0, () -> one.putAll(other))),
        Stage.start("other", () -> luck.turn(1, () -> other.putAll(one))));
    System.out.println(one.size());
  }
}
