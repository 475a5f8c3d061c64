package verdicts.clean.pools.latches;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * A task that is queued would open the latch, but a plain thread does it first, by way of a
 * listener that an object of another class calls.
 */
@Clean
public final class LateByIndirection {
  /** Tells listeners, and knows nothing of latches. */
  static final class Bell {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void ring() {
      listeners.forEach(Runnable::run);
    }
  }

  /** Opens its latch when told. */
  static final class Opener implements Runnable {
    private final CountDownLatch latch;

    Opener(CountDownLatch latch) {
      this.latch = latch;
    }

    @Override
    public void run() {
      latch.countDown();
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("waiting", 1);
    CountDownLatch latch = new CountDownLatch(1);
    Opener opener = new Opener(latch);
    Future<CountDownLatch> waiting =
        pool.submit(
            () -> {
              latch.await();
              return latch;
            });
    pool.submit(opener);
    Bell bell = new Bell();
    bell.listeners.add(opener);
    Thread ringer =
        Stage.start(
            "ringer",
            () -> {
              Stage.pauseBeyondPatience();
              bell.ring();
            });
    System.out.println(waiting.get().getCount());
    ringer.join();
    Pools.end(pool);
  }
}
