package verdicts.clean.pools.crosspool;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Two pools share a queue: a worker of one waits for a task that the other takes when it can. */
@Clean
public final class SharedQueue {
  public static void main(String[] args) throws Exception {
    LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue, Pools.named("one"));
    ThreadPoolExecutor other =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue, Pools.named("other"));
    Future<?> busy = other.submit(Stage::longPause);
    Future<String> outer = one.submit(() -> one.submit(() -> "taken by the other").get());
    System.out.println(outer.get());
    busy.get();
    Pools.end(one, other);
  }
}
