package verdicts.clean.virtual;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.Virtual;

/**
 * Virtual threads take a lock, a read or write lock, a permit and a stamp, always in this order.
 */
@Clean(since = 21)
public final class VirtualLocksInOrder {
  private static final Lock lock = new ReentrantLock();
  private static final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
  private static final Semaphore mutex = new Semaphore(1);
  private static final StampedLock stamped = new StampedLock();
  private static int count;

  private static void work(boolean writes) {
    Lock second = writes ? both.writeLock() : both.readLock();
    for (int i = 0; i < 20; i++) {
      if (i % 2 == 0) {
        lock.lock();
      }
      second.lock();
      mutex.acquireUninterruptibly();
      long stamp = stamped.writeLock();
      count++;
      Stage.sleep(i == 10 ? 150 : 0);
      stamped.unlockWrite(stamp);
      mutex.release();
      second.unlock();
      if (i % 2 == 0) {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[12];
    for (int i = 0; i < threads.length; i++) {
      boolean writes = i % 3 == 0;
      threads[i] = Virtual.start("v" + i, () -> work(writes));
    }
    Stage.join(threads);
    System.out.println(count);
  }
}
