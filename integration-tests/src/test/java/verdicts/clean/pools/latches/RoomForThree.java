package verdicts.clean.pools.latches;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Three parties in a pool of three, one of which comes late. Two more tasks are queued behind. */
@Clean
public final class RoomForThree {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 3);
    CyclicBarrier barrier = new CyclicBarrier(3);
    CountDownLatch ready = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      boolean late = i == 2;
      pool.submit(
          () -> {
            if (late) {
              Stage.pauseBeyondPatience();
            }
            ready.countDown();
            ready.await();
            if (late) {
              Stage.longPause();
            }
            return barrier.await();
          });
    }
    Future<String> queued = pool.submit(() -> "first");
    Future<String> last = pool.submit(() -> "second");
    System.out.println(queued.get() + " " + last.get());
    Pools.end(pool);
  }
}
