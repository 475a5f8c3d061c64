package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A thread factory of a library, which wraps the worker in an object of a class of its own. */
@Verdict(kind = "pool-deadlock", threads = "wrapped-1", pools = "wrapped", needs = 2)
public final class WrappedByClass {
  private record CleansUp(Runnable worker) implements Runnable {
    @Override
    public void run() {
      try {
        worker.run();
      } finally {
        System.out.println("clean");
      }
    }
  }

  public static void main(String[] args) {
    ThreadFactory named = Pools.named("wrapped");
    ExecutorService pool =
        Executors.newFixedThreadPool(1, worker -> named.newThread(new CleansUp(worker)));
    pool.submit(() -> pool.submit(() -> System.out.println("never")).get()); // waits
    Stage.stuckNamed("wrapped-1");
  }
}
