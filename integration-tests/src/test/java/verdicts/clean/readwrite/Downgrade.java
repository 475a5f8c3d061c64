package verdicts.clean.readwrite;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Stage;

/** A writer becomes a reader by taking the read lock first; others read with it. */
@Clean
public final class Downgrade {
  private static int value;

  public static void main(String[] args) throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    AtomicInteger reads = new AtomicInteger();
    Thread[] threads = new Thread[6];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "downgrader-" + i,
              () -> {
                for (int n = 0; n < 2_000; n++) {
                  lock.writeLock().lock();
                  value++;
                  lock.readLock().lock();
                  lock.writeLock().unlock();
                  if (value > 0) {
                    reads.incrementAndGet();
                  }
                  lock.readLock().unlock();
                }
              });
    }
    Stage.join(threads);
    System.out.println(value + " " + reads);
  }
}
