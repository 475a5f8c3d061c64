package verdicts.stall;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A memoizer: whoever asks for a value first computes it, and two values need each other. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = {"price", "tax"},
    summary = {"price", "tax", "each would complete one itself"},
    options = "stall-threshold=2s")
public final class MutualMemo {
  private static final Map<String, CompletableFuture<Integer>> values = new ConcurrentHashMap<>();
  private static final Meeting both = new Meeting(2);

  private static int value(String key, String other) {
    CompletableFuture<Integer> own = new CompletableFuture<>();
    CompletableFuture<Integer> known = values.putIfAbsent(key, own);
    if (known != null) {
      return known.join(); // waits
    }
    both.meet();
    int value = value(other, key) + 1;
    own.complete(value);
    return value;
  }

  public static void main(String[] args) {
    Thread price = Stage.start("price", () -> value("price", "tax"));
    Thread tax = Stage.start("tax", () -> value("tax", "price"));
    Stage.stuck(price, tax);
  }
}
