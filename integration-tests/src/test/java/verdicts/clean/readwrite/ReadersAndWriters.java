package verdicts.clean.readwrite;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Stage;

/** Readers hold two read locks in two orders, which is harmless as writers hold only one. */
@Clean
public final class ReadersAndWriters {
  public static void main(String[] args) throws Exception {
    ReentrantReadWriteLock left = new ReentrantReadWriteLock();
    ReentrantReadWriteLock right = new ReentrantReadWriteLock(true);
    AtomicInteger count = new AtomicInteger();
    Thread[] threads = {
      Stage.start("reader-1", () -> read(left, left, count)),
      Stage.start("reader-2", () -> read(right, right, count)),
      Stage.start("writer-1", () -> write(left, count)),
      Stage.start("writer-2", () -> write(right, count))
    };
    Stage.join(threads);
    System.out.println(count);
  }

  private static void read(
      ReentrantReadWriteLock first, ReentrantReadWriteLock second, AtomicInteger count) {
    for (int n = 0; n < 5_000; n++) {
      first.readLock().lock();
      second.readLock().lock();
      count.incrementAndGet();
      first.readLock().unlock();
      second.readLock().unlock();
    }
  }

  private static void write(ReentrantReadWriteLock lock, AtomicInteger count) {
    for (int n = 0; n < 2_000; n++) {
      lock.writeLock().lock();
      count.incrementAndGet();
      lock.writeLock().unlock();
    }
  }
}
