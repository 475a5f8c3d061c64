package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A thread factory that wraps the worker in a lambda: the thread's task is not the worker. */
@Verdict(kind = "pool-deadlock", threads = "wrapped-1", pools = "wrapped")
public final class WrappingFactory {
  public static void main(String[] args) {
    ThreadFactory named = Pools.named("wrapped");
    ThreadFactory wrapping =
        worker ->
            named.newThread(
                () -> {
                  Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
                  worker.run();
                });
    ExecutorService pool = Executors.newFixedThreadPool(1, wrapping);
    pool.submit(() -> pool.submit(() -> System.out.println("never")).get()); // waits
    Stage.stuckNamed("wrapped-1");
  }
}
