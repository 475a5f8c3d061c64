package verdicts.clean.pools.observers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A worker waits to be told to stop; the next task has at hand what would, and main tells it. */
@Clean
public final class StoppedFromOutside {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("single", 1);
    Service service = new Service();
    pool.submit(service::awaitStop);
    pool.submit(() -> System.out.println(service.name()));
    Stage.pauseBeyondPatience();
    service.stop();
    Pools.end(pool);
  }

  /** Something with a beginning and an end. */
  private interface Lifecycle {
    void stop();
  }

  private static final class Service implements Lifecycle {
    private final CountDownLatch stopped = new CountDownLatch(1);

    String name() {
      return "service";
    }

    Void awaitStop() throws InterruptedException {
      stopped.await();
      return null;
    }

    @Override
    public void stop() {
      stopped.countDown();
    }
  }
}
