package verdicts.clean.lockstarvation;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Stage;

/** Readers keep a lock busy for seconds; but it is fair, and the writer comes between them. */
@Clean(options = {"lock-threshold=2s", "grace=0"})
public final class WriterGetsItsTurn {
  private static final int READS = 40;

  public static void main(String[] args) throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    int[] written = new int[1];
    Thread[] threads = new Thread[4];
    for (int i = 0; i < 3; i++) {
      threads[i] =
          Stage.start(
              "reader-" + i,
              () -> {
                for (int read = 0; read < READS; read++) {
                  lock.readLock().lock();
                  try {
                    Stage.sleep(50);
                  } finally {
                    lock.readLock().unlock();
                  }
                }
              });
    }
    threads[3] =
        Stage.start(
            "writer",
            () -> {
              for (int write = 0; write < 10; write++) {
                lock.writeLock().lock();
                try {
                  written[0]++;
                } finally {
                  lock.writeLock().unlock();
                }
              }
            });
    Stage.join(threads);
    System.out.println(written[0]);
  }
}
