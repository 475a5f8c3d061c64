package verdicts;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Pools whose workers are called by the name of the pool: {@code kitchen-1}, {@code kitchen-2}. */
public final class Pools {
  private Pools() {}

  /** A pool of so many threads, with an unbounded queue. */
  public static ThreadPoolExecutor fixed(String name, int size) {
    return new ThreadPoolExecutor(
        size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
  }

  /** Makes threads with that name and a number. */
  public static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> new Thread(task, name + "-" + count.incrementAndGet());
  }

  /** A fork-join pool that takes its tasks in the order in which they come. */
  public static ForkJoinPool forkJoin(String name, int parallelism) {
    return new ForkJoinPool(parallelism, namedForkJoin(name), null, true);
  }

  /** The same for fork-join workers. */
  public static ForkJoinPool.ForkJoinWorkerThreadFactory namedForkJoin(String name) {
    AtomicInteger count = new AtomicInteger();
    return pool -> {
      ForkJoinWorkerThread worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
      worker.setName(name + "-" + count.incrementAndGet());
      return worker;
    };
  }

  /** Lets pools end, and makes sure that they do. */
  public static void end(ExecutorService... pools) throws InterruptedException {
    for (ExecutorService pool : pools) {
      pool.shutdown();
      if (!pool.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("does not end: " + pool);
      }
    }
  }
}
