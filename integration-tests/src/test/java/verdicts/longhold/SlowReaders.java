package verdicts.longhold;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Stage;
import verdicts.Verdict;

/** A writer waits for two readers that take their time, and another reader behind the writer. */
@Verdict(
    kind = "long-hold",
    summary = {
      "2 threads wait, directly or not, for reader-",
      " and 1 more; it waits in CountDownLatch"
    },
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class SlowReaders {
  private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock(true);

  public static void main(String[] args) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Thread[] readers = new Thread[2];
    for (int i = 0; i < readers.length; i++) {
      readers[i] =
          Stage.start(
              "reader-" + i,
              () -> {
                LOCK.readLock().lock();
                try {
                  end.await();
                } finally {
                  LOCK.readLock().unlock();
                }
              });
    }
    Stage.awaitRest(readers);
    Thread writer =
        Stage.start(
            "writer",
            () -> {
              LOCK.writeLock().lock();
              LOCK.writeLock().unlock();
            });
    Stage.awaitRest(writer);
    Thread late =
        Stage.start(
            "late",
            () -> {
              LOCK.readLock().lock();
              LOCK.readLock().unlock();
            });
    Stage.stuck(writer, late);
    end.countDown();
    Stage.join(readers);
    Stage.join(writer, late);
    Stage.say("RESOLVED");
  }
}
