package verdicts.clean.pools.churn;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A pool that makes its own futures, as frameworks do: none but these may come out again. */
@Clean
public final class AdaptedTasks {
  /** A future of the program's own. */
  static final class Ticket<V> extends FutureTask<V> {
    static final AtomicInteger made = new AtomicInteger();
    static final AtomicInteger done = new AtomicInteger();

    Ticket(Callable<V> work) {
      super(work);
      made.incrementAndGet();
    }

    @Override
    protected void done() {
      Ticket.done.incrementAndGet();
    }
  }

  public static void main(String[] args) throws Exception {
    AtomicInteger strangers = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected <V> RunnableFuture<V> newTaskFor(Callable<V> work) {
            return new Ticket<>(work);
          }

          @Override
          protected <V> RunnableFuture<V> newTaskFor(Runnable work, V result) {
            return new Ticket<>(Executors.callable(work, result));
          }

          @Override
          protected void beforeExecute(Thread worker, Runnable task) {
            strangers.addAndGet(task instanceof Ticket ? 0 : 1);
          }
        };
    int sum = 0;
    for (int i = 0; i < 5_000; i++) {
      sum += pool.submit(() -> 1).get();
    }
    sum += pool.invokeAll(Collections.nCopies(100, () -> 1)).size();
    Future<?> slow = pool.submit(Stage::longPause);
    slow.get();
    Pools.end(pool);
    System.out.println(sum + " " + Ticket.made + " " + Ticket.done + " " + strangers);
  }
}
