package verdicts.clean.pools.latches;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** A latch, a barrier and a phaser for three: two parties are workers, and the third is main. */
@Clean
public final class PartyFromOutside {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 2);
    CountDownLatch latch = new CountDownLatch(3);
    CyclicBarrier barrier = new CyclicBarrier(3);
    Phaser phaser = new Phaser(3);
    List<Future<Integer>> parties = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      parties.add(
          pool.submit(
              () -> {
                latch.countDown();
                latch.await();
                barrier.await();
                return phaser.arriveAndAwaitAdvance();
              }));
    }
    Future<String> queued = pool.submit(() -> "queued");
    Stage.pauseBeyondPatience();
    latch.countDown();
    Stage.longPause();
    barrier.await();
    Stage.longPause();
    phaser.arriveAndAwaitAdvance();
    for (Future<Integer> party : parties) {
      System.out.println(party.get());
    }
    System.out.println(queued.get());
    Pools.end(pool);
  }
}
