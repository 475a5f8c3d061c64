package verdicts.clean.pools.shutdown;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A worker ends another pool, and main ends all; pools with slow tasks and queued ones. */
@Clean
public final class AwaitsOtherPool {
  public static void main(String[] args) throws Exception {
    ExecutorService boss = Pools.fixed("boss", 1);
    ExecutorService slow = Pools.fixed("slow", 1);
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      slow.execute(
          () -> {
            Stage.sleep(600);
            done.incrementAndGet();
          });
    }
    Future<Boolean> ended =
        boss.submit(
            () -> {
              slow.shutdown();
              return slow.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
            });
    System.out.println(ended.get() + " " + done);
    Future<Boolean> own = boss.submit(() -> boss.awaitTermination(800, TimeUnit.MILLISECONDS));
    System.out.println(own.get());
    Pools.end(boss);
  }
}
