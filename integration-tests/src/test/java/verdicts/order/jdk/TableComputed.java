package verdicts.order.jdk;

import java.util.Hashtable;
import java.util.Map;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** A table computes what is missing by a function that takes a lock; elsewhere it comes first. */
@Predicted(threads = {"reader", "cleaner"})
public final class TableComputed {
  private static final Object store = new Object();

  private static int load(String key) {
    synchronized (store) {
      return key.length();
    }
  }

  private static void clear(Map<String, Integer> cache) {
    synchronized (store) {
      cache.clear();
    }
  }

  public static void main(String[] args) throws Exception {
    Map<String, Integer> cache = new Hashtable<>();
    Luck luck = new Luck();
    Stage.join(
        Stage.start(
            "reader", () -> luck.turn(0, () -> cache.computeIfAbsent("tea", TableComputed::load))),
        Stage.start("cleaner", () -> luck.turn(1, () -> clear(cache))));
    System.out.println(cache.size());
  }
}
