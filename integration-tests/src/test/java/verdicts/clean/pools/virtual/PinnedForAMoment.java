package verdicts.clean.pools.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.Virtual;

/**
 * Class loaders pin one carrier, sometimes both, while they wait for others: for virtual threads
 * that need the second carrier, and for a platform thread that is late. Many more want to run.
 */
@Clean(
    since = 25,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=2",
      "-Djdk.virtualThreadScheduler.maxPoolSize=2"
    })
public final class PinnedForAMoment {
  private static final ReentrantLock lock = new ReentrantLock();
  private static final AtomicInteger done = new AtomicInteger();
  private static volatile boolean over;

  /** Waits, pinned, until something is done. */
  static final class Waiting extends ClassLoader {
    private final Future<?> awaited;

    Waiting(Future<?> awaited) {
      this.awaited = awaited;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try {
        awaited.get();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
      throw new ClassNotFoundException(name);
    }
  }

  private static Thread pinnedUntil(Future<?> awaited) {
    return Virtual.start(
        "pinned",
        () -> {
          try {
            Class.forName("remote.Thing", false, new Waiting(awaited));
          } catch (ClassNotFoundException expected) {
            done.incrementAndGet();
          }
        });
  }

  private static void busy() {
    while (!over) {
      lock.lock();
      lock.unlock();
      Stage.sleep(1);
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService perTask = Virtual.executor();
    List<Future<?>> busy = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      busy.add(perTask.submit(() -> busy()));
    }
    for (int i = 0; i < 40; i++) {
      Future<?> helper = perTask.submit(() -> Stage.sleep(20));
      Stage.join(pinnedUntil(helper));
      FutureTask<Void> late = new FutureTask<>(() -> null);
      Thread[] pair = {pinnedUntil(late), pinnedUntil(late)};
      Stage.sleep(i % 10 == 0 ? 700 : 50);
      late.run();
      Stage.join(pair);
    }
    over = true;
    for (Future<?> each : busy) {
      each.get();
    }
    System.out.println(done);
    ExecutorService.class.getMethod("close").invoke(perTask);
  }
}
