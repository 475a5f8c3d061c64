package verdicts.clean.pools.observers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** All workers wait for one end, and a queued task has a handle that would bring it about. */
@Clean
public final class ManyAwaitTheEnd {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("pair", 2);
    CountDownLatch end = new CountDownLatch(1);
    Handle handle = new Handle(end::countDown);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            end.await();
            return null;
          });
    }
    pool.submit(() -> System.out.println(handle.close == null ? "none" : "a handle"));
    Stage.pauseBeyondPatience();
    handle.close.run();
    Pools.end(pool);
  }

  private static final class Handle {
    private final Runnable close;

    Handle(Runnable close) {
      this.close = close;
    }
  }
}
