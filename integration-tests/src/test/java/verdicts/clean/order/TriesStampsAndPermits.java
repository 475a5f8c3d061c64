package verdicts.clean.order;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/** Whoever holds the table only tries what others hold when they wait for the table. */
@Clean
public final class TriesStampsAndPermits {
  private static final Object table = new Object();
  private static final StampedLock written = new StampedLock();
  private static final StampedLock read = new StampedLock();
  private static final Semaphore permit = new Semaphore(1);
  private static final Lock lock = new ReentrantLock();
  private static int count;

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("waits", () -> repeat(TriesStampsAndPermits::waits)),
        Stage.start("tries", () -> repeat(TriesStampsAndPermits::tries)));
    System.out.println(count);
  }

  private static void repeat(Body way) throws Exception {
    for (int i = 0; i < 100; i++) {
      way.run();
    }
  }

  private static void waits() throws InterruptedException {
    long stamp = written.writeLock();
    long other = read.writeLock();
    permit.acquire();
    lock.lock();
    synchronized (table) {
      count++;
    }
    lock.unlock();
    permit.release();
    read.unlockWrite(other);
    written.unlockWrite(stamp);
  }

  private static void tries() throws InterruptedException {
    synchronized (table) {
      giveBack(written, written.tryWriteLock());
      giveBack(written, written.tryWriteLock(1, TimeUnit.MILLISECONDS));
      giveBack(read, read.tryReadLock());
      giveBack(read, read.tryReadLock(1, TimeUnit.MILLISECONDS));
      giveBack(permit.tryAcquire());
      giveBack(permit.tryAcquire(1, TimeUnit.MILLISECONDS));
      BooleanSupplier reference = lock::tryLock;
      if (reference.getAsBoolean()) {
        lock.unlock();
      }
    }
  }

  private static void giveBack(StampedLock lock, long stamp) {
    if (stamp != 0) {
      lock.unlock(stamp);
    }
  }

  private static void giveBack(boolean acquired) {
    if (acquired) {
      permit.release();
    }
  }
}
