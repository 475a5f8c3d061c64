package verdicts.clean.stamped;

import java.util.concurrent.locks.StampedLock;
import verdicts.Clean;
import verdicts.Stage;

/** Optimistic reads and conversions of every kind, in good order. */
@Clean
public final class OptimisticReads {
  private static int value;

  public static void main(String[] args) throws Exception {
    StampedLock lock = new StampedLock();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "point-" + i,
              () -> {
                for (int n = 0; n < 2_000; n++) {
                  read(lock);
                  increment(lock);
                }
              });
    }
    Stage.join(threads);
    System.out.println(value + " " + lock.isWriteLocked() + " " + lock.getReadLockCount());
  }

  private static int read(StampedLock lock) {
    long stamp = lock.tryOptimisticRead();
    int seen = value;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      seen = value;
      lock.unlockRead(stamp);
    }
    return seen;
  }

  private static void increment(StampedLock lock) {
    long stamp = lock.readLock();
    try {
      long write = lock.tryConvertToWriteLock(stamp);
      if (write == 0) {
        lock.unlockRead(stamp);
        stamp = 0;
        stamp = lock.writeLock();
      } else {
        stamp = write;
      }
      value++;
      stamp = lock.tryConvertToReadLock(stamp);
    } finally {
      if (lock.tryConvertToOptimisticRead(stamp) == 0) {
        throw new IllegalStateException("not released");
      }
    }
  }
}
