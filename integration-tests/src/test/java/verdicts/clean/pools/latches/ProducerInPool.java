package verdicts.clean.pools.latches;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Consumers and one producer share a pool that has room for all of them. */
@Clean
public final class ProducerInPool {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("both", 3);
    BlockingQueue<Integer> work = new ArrayBlockingQueue<>(1);
    Callable<Integer> consumer =
        () -> {
          int sum = 0;
          for (int next = work.take(); next > 0; next = work.take()) {
            sum += next;
          }
          return sum;
        };
    Future<Integer> first = pool.submit(consumer);
    Future<Integer> second = pool.submit(consumer);
    Future<Integer> produced =
        pool.submit(
            () -> {
              Stage.longPause();
              for (int i = 0; i < 200; i++) {
                work.put(1);
              }
              work.put(0);
              work.put(0);
              return 200;
            });
    Future<Integer> queued = pool.submit(() -> work.remainingCapacity() + work.size());
    System.out.println(first.get() + second.get() + " of " + produced.get());
    System.out.println(queued.get());
    Pools.end(pool);
  }
}
