package verdicts.clean.stalls;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import verdicts.Clean;
import verdicts.Stage;

/** Two threads wait for futures, each with one of its own to complete; a third one is just late. */
@Clean(options = "stall-threshold=1s")
public final class MutualButFilled {
  private static final Map<String, CompletableFuture<Integer>> values = new ConcurrentHashMap<>();

  private static void addOne(String key, String source) {
    int value = values.get(source).join() + 1;
    values.get(key).complete(value);
  }

  public static void main(String[] args) throws Exception {
    for (String key : new String[] {"price", "tax", "rate", "cost"}) {
      values.put(key, new CompletableFuture<>());
    }
    Thread price = Stage.start("price", () -> addOne("price", "cost"));
    Thread tax = Stage.start("tax", () -> addOne("tax", "rate"));
    Thread late =
        Stage.start(
            "late",
            () -> {
              Stage.longPause();
              Stage.longPause();
              values.get("cost").complete(20);
              values.get("rate").complete(4);
            });
    Stage.join(price, tax, late);
    System.out.println(values.get("price").join() + values.get("tax").join());
  }
}
