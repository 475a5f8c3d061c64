package verdicts.clean.pools.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Workers wrapped in a class of the thread factory; one waits for a task that another one runs. */
@Clean
public final class WrappedWithRoom {
  private record Wrapped(Runnable worker) implements Runnable {
    @Override
    public void run() {
      worker.run();
    }
  }

  public static void main(String[] args) throws Exception {
    ThreadFactory named = Pools.named("wrapped");
    ExecutorService other =
        Executors.newFixedThreadPool(1, worker -> named.newThread(new Wrapped(worker)));
    ExecutorService pool =
        Executors.newFixedThreadPool(1, worker -> named.newThread(new Wrapped(worker)));
    Future<String> slow =
        other.submit(
            () -> {
              Stage.pauseBeyondPatience();
              return "in time";
            });
    Future<String> waits = pool.submit(() -> slow.get());
    pool.submit(() -> {});
    System.out.println(waits.get());
    Pools.end(pool, other);
  }
}
