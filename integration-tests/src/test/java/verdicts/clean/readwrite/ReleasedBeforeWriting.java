package verdicts.clean.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Stage;

/** A cache that gives the read lock back before it takes the write lock, and looks again. */
@Clean
public final class ReleasedBeforeWriting {
  private static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private static int filled;
  private static boolean valid;

  private static void look(int times) {
    for (int i = 0; i < times; i++) {
      lock.readLock().lock();
      if (!valid) {
        lock.readLock().unlock();
        lock.writeLock().lock();
        try {
          if (!valid) {
            filled++;
            Stage.sleep(300);
            valid = true;
          }
          lock.readLock().lock();
        } finally {
          lock.writeLock().unlock();
        }
      }
      lock.readLock().unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    for (int round = 0; round < 4; round++) {
      valid = false;
      Stage.join(
          Stage.start("a", () -> look(1_000)),
          Stage.start("b", () -> look(1_000)),
          Stage.start("c", () -> look(1_000)));
    }
    System.out.println(filled);
  }
}
