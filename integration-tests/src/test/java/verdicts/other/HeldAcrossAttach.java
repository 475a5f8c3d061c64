package verdicts.other;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import verdicts.Stage;

/** Takes locks of every kind, says READY, gives all of them back, and takes them again. */
public final class HeldAcrossAttach {
  private static final ReentrantLock lock = new ReentrantLock();
  private static final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
  private static final StampedLock stamped = new StampedLock();
  private static final Semaphore semaphore = new Semaphore(1);

  private static synchronized void hold(boolean ask) throws InterruptedException {
    synchronized (lock) {
      lock.lock();
      both.readLock().lock();
      long stamp = stamped.writeLock();
      semaphore.acquire();
      if (ask) {
        Stage.say("READY");
      }
      semaphore.release();
      stamped.unlockWrite(stamp);
      both.readLock().unlock();
      lock.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    hold(true);
    Thread other =
        Stage.start(
            "other",
            () -> {
              for (int i = 0; i < 1_000; i++) {
                hold(false);
              }
            });
    for (int i = 0; i < 1_000; i++) {
      hold(false);
    }
    other.join();
    Stage.say("DONE");
  }
}
