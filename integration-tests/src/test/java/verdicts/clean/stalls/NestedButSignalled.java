package verdicts.clean.stalls;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Stage;

/**
 * A consumer sleeps inside two monitors, and a producer waits behind it; but somebody else can wake
 * it without the outer one: a thread, a timer's task, a task that is yet to be made.
 */
@Clean(options = {"stall-threshold=1s", "lock-threshold=600s"})
public final class NestedButSignalled {
  private static final class Store {
    private final Object inner = new Object();
    private boolean filled;

    synchronized void take() throws InterruptedException {
      synchronized (inner) {
        while (!filled) {
          inner.wait();
        }
      }
    }

    synchronized void put() {
      fill();
    }

    void fill() {
      synchronized (inner) {
        filled = true;
        inner.notifyAll();
      }
    }
  }

  private static final Store shared = new Store();

  private static void byThread() throws Exception {
    Store store = new Store();
    Thread[] both = begin(store);
    Thread helper =
        Stage.start(
            "helper",
            () -> {
              Stage.pauseBeyondPatience();
              store.fill();
            });
    Stage.join(both);
    Stage.join(helper);
    System.out.println("by a thread");
  }

  private static void byTimer() throws Exception {
    Store store = new Store();
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    timer.schedule(store::fill, Stage.BEYOND_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    Stage.join(begin(store));
    timer.shutdown();
    System.out.println("by a timer");
  }

  private static void byLaterTask() throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    pool.submit(() -> System.out.println("begun")).get();
    Thread[] both = begin(shared);
    Stage.pauseBeyondPatience();
    pool.submit(() -> shared.fill());
    Stage.join(both);
    pool.shutdown();
    System.out.println("by a later task");
  }

  private static Thread[] begin(Store store) {
    Thread consumer = Stage.start("consumer", store::take);
    Stage.awaitRest(consumer);
    return new Thread[] {consumer, Stage.start("producer", store::put)};
  }

  public static void main(String[] args) throws Exception {
    byThread();
    byTimer();
    byLaterTask();
  }
}
