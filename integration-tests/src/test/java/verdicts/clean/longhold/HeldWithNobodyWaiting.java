package verdicts.clean.longhold;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Stage;

/** Locks are held for long, and whoever tries them does not wait; readers are many at a time. */
@Clean(options = {"lock-threshold=500ms", "grace=0"})
public final class HeldWithNobodyWaiting {
  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    ReentrantReadWriteLock shared = new ReentrantReadWriteLock();
    Object monitor = new Object();
    Thread[] holders = new Thread[3];
    for (int i = 0; i < holders.length; i++) {
      holders[i] =
          Stage.start(
              "holder-" + i,
              () -> {
                shared.readLock().lock();
                boolean mine = lock.tryLock();
                Stage.longPause();
                if (mine) {
                  lock.unlock();
                }
                shared.readLock().unlock();
              });
    }
    synchronized (monitor) {
      Stage.longPause();
    }
    Stage.join(holders);
    System.out.println("nobody waited");
  }
}
