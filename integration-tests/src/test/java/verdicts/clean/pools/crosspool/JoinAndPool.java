package verdicts.clean.pools.crosspool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A worker joins a thread that waits for a task of another pool, with tasks queued in both. */
@Clean
public final class JoinAndPool {
  public static void main(String[] args) throws Exception {
    ExecutorService joining = Pools.fixed("joining", 1);
    ExecutorService working = Pools.fixed("working", 1);
    Future<?> slow = working.submit(() -> Stage.longPause());
    Future<String> behind = working.submit(() -> "worked");
    Thread helper = Stage.start("helper", () -> System.out.println(behind.get()));
    Future<String> joined =
        joining.submit(
            () -> {
              helper.join();
              return "joined";
            });
    Future<String> queued = joining.submit(() -> "queued");
    System.out.println(queued.get() + " " + joined.get() + " " + slow.isDone());
    Pools.end(joining, working);
  }
}
