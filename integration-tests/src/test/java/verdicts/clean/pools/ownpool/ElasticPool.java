package verdicts.clean.pools.ownpool;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** The only worker waits for its own pool, which grows as soon as its small queue is full. */
@Clean
public final class ElasticPool {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1, 4, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2), Pools.named("elastic"));
    Future<String> outer = pool.submit(() -> pool.submit(() -> "in time").get());
    Stage.sleep(1_500);
    Future<String> second = pool.submit(() -> "second");
    Future<String> third = pool.submit(() -> "third");
    System.out.println(outer.get() + " " + second.get() + " " + third.get());
    Pools.end(pool);
  }
}
