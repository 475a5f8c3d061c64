package verdicts.clean.coordination;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import verdicts.Clean;
import verdicts.Stage;

/** Long waits for a latch, a barrier, a phaser and an exchanger, with locks held. */
@Clean
public final class LatchesAndBarriers {
  public static void main(String[] args) throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    CyclicBarrier barrier = new CyclicBarrier(2);
    Phaser phaser = new Phaser(2);
    Exchanger<String> exchanger = new Exchanger<>();
    Object lock = new Object();
    AtomicReference<String> got = new AtomicReference<>();
    Thread early =
        Stage.start(
            "early",
            () -> {
              synchronized (lock) {
                latch.await();
                barrier.await();
                phaser.arriveAndAwaitAdvance();
                got.set(exchanger.exchange("early"));
              }
            });
    Thread behind =
        Stage.start(
            "behind",
            () -> {
              synchronized (lock) {
                System.out.println("behind");
              }
            });
    Thread late =
        Stage.start(
            "late",
            () -> {
              Stage.longPause();
              latch.countDown();
              Stage.sleep(600);
              barrier.await();
              Stage.sleep(600);
              phaser.arriveAndAwaitAdvance();
              Stage.sleep(600);
              exchanger.exchange("late");
            });
    late.join();
    early.join();
    behind.join();
    System.out.println(got);
  }
}
