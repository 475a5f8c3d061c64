package verdicts.clean.pools.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * A worker waits for a task of its own pool, but never for ever: in vain at first, then in luck.
 */
@Clean
public final class TimedLuck {
  public static void main(String[] args) throws Exception {
    ExecutorService one = Pools.fixed("one", 1);
    ExecutorService two = Pools.fixed("two", 2);
    for (int i = 0; i < 3; i++) {
      System.out.println(one.submit(() -> child(one, 700)).get());
      System.out.println(two.submit(() -> child(two, 30_000)).get());
    }
    Pools.end(one, two);
  }

  private static String child(ExecutorService pool, long patience) throws Exception {
    Future<String> child =
        pool.submit(
            () -> {
              Stage.sleep(300);
              return "in time";
            });
    try {
      return child.get(patience, TimeUnit.MILLISECONDS);
    } catch (TimeoutException givenUp) {
      child.cancel(false);
      return "gave up";
    }
  }
}
