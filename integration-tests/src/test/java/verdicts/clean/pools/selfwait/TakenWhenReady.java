package verdicts.clean.pools.selfwait;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Workers take results of their own pool once these are there, and wait for those of another. */
@Clean
public final class TakenWhenReady {
  private static int slow() {
    Stage.sleep(200);
    return 1;
  }

  private static int ready(ExecutorService pool) throws Exception {
    CompletionService<Integer> parts = new ExecutorCompletionService<>(pool);
    Future<Integer> only = parts.submit(TakenWhenReady::slow);
    while (!only.isDone()) {
      Future<Integer> soon = parts.poll(50, TimeUnit.MILLISECONDS);
      if (soon != null) {
        return soon.get();
      }
    }
    return parts.take().get();
  }

  private static int elsewhere(ExecutorService other) throws Exception {
    CompletionService<Integer> parts = new ExecutorCompletionService<>(other);
    parts.submit(TakenWhenReady::slow);
    return parts.take().get();
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("polite", 2);
    ExecutorService other = Pools.fixed("other", 2);
    Future<Integer> ready = pool.submit(() -> ready(pool));
    Future<Integer> elsewhere = pool.submit(() -> elsewhere(other));
    System.out.println(ready.get() + elsewhere.get());
    Stage.longPause();
    Pools.end(pool, other);
  }
}
