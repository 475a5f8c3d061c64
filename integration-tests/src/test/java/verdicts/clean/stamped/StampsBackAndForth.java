package verdicts.clean.stamped;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.StampedLock;
import verdicts.Clean;
import verdicts.Stage;

/** Stamps are taken by one thread and given back by another, over and over, slowly at last. */
@Clean
public final class StampsBackAndForth {
  public static void main(String[] args) throws Exception {
    StampedLock lock = new StampedLock();
    SynchronousQueue<Long> stamps = new SynchronousQueue<>();
    Thread taker =
        Stage.start(
            "taker",
            () -> {
              for (int i = 0; i < 50; i++) {
                stamps.put(lock.writeLock());
              }
            });
    Thread giver =
        Stage.start(
            "giver",
            () -> {
              for (int i = 0; i < 50; i++) {
                long stamp = stamps.take();
                if (i == 48) {
                  Stage.longPause();
                }
                lock.unlock(stamp);
              }
            });
    Stage.join(taker, giver);
    System.out.println(lock.isWriteLocked());
  }
}
