package verdicts.clean.pools.churn;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;

/** Hundreds of pools are shut down while they work: every task has run, or is handed back. */
@Clean
public final class ShutDownNow {
  public static void main(String[] args) throws Exception {
    int lost = 0;
    for (int round = 0; round < 300; round++) {
      ThreadPoolExecutor pool = Pools.fixed("short", 3);
      Set<Runnable> handedOver = ConcurrentHashMap.newKeySet();
      Set<Runnable> begun = ConcurrentHashMap.newKeySet();
      for (int i = 0; i < 50; i++) {
        Runnable task =
            new Runnable() {
              @Override
              public void run() {
                begun.add(this);
                Thread.yield();
              }
            };
        handedOver.add(task);
        pool.execute(task);
      }
      List<Runnable> left = pool.shutdownNow();
      if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("does not end");
      }
      begun.addAll(left);
      lost += handedOver.equals(begun) && pool.getQueue().isEmpty() ? 0 : 1;
      try {
        pool.execute(() -> {});
        lost++;
      } catch (RejectedExecutionException ended) {
        lost += ended.getMessage().contains("Terminated") ? 0 : 1;
      }
    }
    System.out.println(lost + " lost");
  }
}
