package verdicts.clean.pools.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import verdicts.Clean;
import verdicts.Pools;

/** A worker waits for a task of its own pool, but never longer than a second. */
@Clean
public final class TimedLuck {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("careful", 1);
    String got = "";
    for (int i = 0; i < 4; i++) {
      got +=
          pool.submit(
                  () -> {
                    Future<String> child = pool.submit(() -> "child");
                    try {
                      return child.get(600, TimeUnit.MILLISECONDS);
                    } catch (TimeoutException givenUp) {
                      child.cancel(false);
                      return "gave up ";
                    }
                  })
              .get();
    }
    System.out.println(got);
    Pools.end(pool);
  }
}
